package dev.regulars.faults.bulk;

import static java.util.Map.Entry.comparingByValue;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.regulars.faults.suite.SuiteControl;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;

/** How much processor time each process of the suite had used at one moment. */
record ProcessorTimes(SuiteControl suite, Map<String, Duration> used) {

    private static final int SHOWN = 8;

    static ProcessorTimes of(SuiteControl suite) {
        return new ProcessorTimes(suite, used(suite));
    }

    private static Map<String, Duration> used(SuiteControl suite) {
        return suite.pids().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, process -> ProcessHandle.of(process.getValue())
                        .flatMap(running -> running.info().totalCpuDuration())
                        .orElse(Duration.ZERO)));
    }

    /** Which processes used most of it, and all together. */
    String since() {
        Map<String, Double> seconds = used(suite).entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        process -> process.getValue()
                                        .minus(used.getOrDefault(process.getKey(), Duration.ZERO))
                                        .toMillis()
                                / 1e3));
        double all = seconds.values().stream().mapToDouble(one -> one).sum();
        return seconds.entrySet().stream()
                .sorted(Collections.reverseOrder(comparingByValue()))
                .limit(SHOWN)
                .map(process -> "%s %.1f".formatted(process.getKey(), process.getValue()))
                .collect(joining(", ", "Processor seconds: ", ", all %.1f".formatted(all)));
    }
}

package dev.regulars.bench.measure;

import java.util.stream.Stream;

/** The processor time of a process and of those it started, as the kernel counts it: to 10 ms. */
public record Cpu(String name, ProcessHandle process) {

    double microseconds() {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToDouble(this::microsecondsOf)
                .sum();
    }

    private double microsecondsOf(ProcessHandle one) {
        return one.info()
                        .totalCpuDuration()
                        .orElseThrow(() -> new IllegalStateException(name + " is gone"))
                        .toNanos()
                / 1e3;
    }
}

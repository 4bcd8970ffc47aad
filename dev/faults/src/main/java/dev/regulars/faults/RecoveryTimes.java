package dev.regulars.faults;

import dev.regulars.faults.RecoveryProbe.Recovery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The recovery times by kind of killed process. */
final class RecoveryTimes {

    /** The budget for the median. */
    private static final Duration BOUND = Duration.ofSeconds(15);

    private final Map<String, List<Recovery>> byKind = new TreeMap<>();

    void add(String kind, Recovery recovery) {
        byKind.computeIfAbsent(kind, none -> new ArrayList<>()).add(recovery);
    }

    String table() {
        var table = new StringBuilder(
                "%-18s %6s | %-17s | %-17s%n".formatted("seconds since kill", "", "all ready", "recovered"));
        table.append("%-18s %6s | %8s %8s | %8s %8s%n"
                .formatted("killed", "rounds", "median", "longest", "median", "longest"));
        byKind.forEach((kind, all) -> {
            List<Double> ready = sorted(all, Recovery::untilReady);
            List<Double> probe = sorted(all, Recovery::untilRecovered);
            table.append("%-18s %6d | %8.1f %8.1f | %8.1f %8.1f%n"
                    .formatted(kind, all.size(), median(ready), ready.getLast(), median(probe), probe.getLast()));
        });
        return table.toString();
    }

    /** Kinds whose median is over budget. */
    List<String> overBudget() {
        return byKind.entrySet().stream()
                .filter(one -> median(sorted(one.getValue(), Recovery::untilRecovered)) > seconds(BOUND))
                .map(one -> "Median recovery after a kill of %s is over the budget of %d s"
                        .formatted(one.getKey(), BOUND.toSeconds()))
                .toList();
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }

    private static List<Double> sorted(List<Recovery> all, Function<Recovery, Duration> which) {
        return all.stream().map(which).sorted().map(RecoveryTimes::seconds).toList();
    }

    private static double median(List<Double> sorted) {
        return sorted.get(sorted.size() / 2);
    }
}

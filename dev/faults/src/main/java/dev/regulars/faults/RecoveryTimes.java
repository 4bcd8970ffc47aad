package dev.regulars.faults;

import dev.regulars.faults.RecoveryProbe.Recovery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** How long it took from each kill until the suite was whole, by kind of victim. */
final class RecoveryTimes {

    /** What the suite promises. */
    private static final Duration BOUND = Duration.ofSeconds(15);

    private final Map<String, List<Recovery>> byKind = new TreeMap<>();

    void add(String kind, Recovery recovery) {
        byKind.computeIfAbsent(kind, none -> new ArrayList<>()).add(recovery);
    }

    String table() {
        var table = new StringBuilder("%-18s %6s | %-17s | %-17s%n"
                .formatted("seconds since kill", "", "all parts ready", "all is well again"));
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

    /** Kinds whose median is longer than the promise. */
    List<String> overBudget() {
        return byKind.entrySet().stream()
                .filter(one -> median(sorted(one.getValue(), Recovery::untilRecovered)) > seconds(BOUND))
                .map(one -> "After a kill of %s it mostly took longer than the promised %d s until all was well"
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

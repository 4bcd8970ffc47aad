package dev.regulars.bench.benchmark;

import dev.regulars.bench.measure.Table;
import java.util.List;

/**
 * The report of one benchmark.
 *
 * @param method how it was measured
 * @param notes what was skipped, and why
 */
public record ReportSection(String title, String method, List<Table> tables, List<Budget> budgets, List<String> notes) {

    public static ReportSection skipped(String benchmark, String missing) {
        return new ReportSection(benchmark, "Skipped: " + missing, List.of(), List.of(), List.of());
    }

    public static ReportSection failed(String benchmark, RuntimeException failure) {
        return new ReportSection(benchmark, "Failed: " + failure.getMessage(), List.of(), List.of(), List.of());
    }
}

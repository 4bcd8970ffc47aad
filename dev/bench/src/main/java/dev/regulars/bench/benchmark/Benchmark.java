package dev.regulars.bench.benchmark;

import dev.regulars.bench.environment.BenchEnvironment;
import java.util.Optional;

/** One benchmark: it sets up what it needs, runs its contenders and compares the result with its budgets. */
public interface Benchmark {

    /** As in {@code make bench row=…}. */
    String name();

    /** What this machine lacks for it; empty if nothing. */
    Optional<String> missing();

    ReportSection measure(BenchEnvironment environment);
}

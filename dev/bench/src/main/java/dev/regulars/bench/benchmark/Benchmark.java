package dev.regulars.bench.benchmark;

import dev.regulars.bench.environment.BenchEnvironment;
import java.util.Optional;

/** One comparison. It prepares what it needs beside the suite, names its sides, and says what is promised. */
public interface Benchmark {

    /** As in {@code make bench benchmark=…}. */
    String name();

    /** In a word, what this machine lacks for it. */
    Optional<String> missing();

    ReportSection measure(BenchEnvironment environment);
}

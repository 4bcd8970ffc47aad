package dev.regulars.bench.environment;

import dev.regulars.bench.measure.InterleavedRuns;
import dev.regulars.local.TemporaryFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/** Shared by all benchmarks. The suite starts when the first benchmark needs it. */
public final class BenchEnvironment implements AutoCloseable {

    private static final int ROUNDS = 3;

    private final Path folder;
    private final PrintStream out;
    private final long startedAt = System.nanoTime();
    private final Deque<Runnable> closing = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;
    private @Nullable BenchSuite suite;
    private @Nullable Tenant tenant;

    public BenchEnvironment(PrintStream out) throws IOException {
        this.out = out;
        this.folder = Files.createTempDirectory("regulars-bench");
    }

    public BenchSuite suite() {
        if (suite == null) {
            BenchSuite starting = new BenchSuite(folder("suite"));
            log("starting the suite in " + folder("suite"));
            onClose(starting::close);
            starting.start();
            suite = starting;
        }
        return suite;
    }

    public Tenant tenant() {
        if (tenant == null) {
            BenchSuite running = suite();
            log("inserting %,d users into a community".formatted(SyntheticUsers.SIZE));
            tenant = Tenant.setUp(running);
        }
        return tenant;
    }

    /** Interleaved runs of this length. */
    public InterleavedRuns runs(Duration run) {
        return new InterleavedRuns(ROUNDS, run, this::log);
    }

    public Path folder(String name) {
        if (closed) {
            throw new IllegalStateException("The bench is over");
        }
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void log(String line) {
        out.printf("%4d s  %s%n", (System.nanoTime() - startedAt) / 1_000_000_000, line);
    }

    /** Registers an action for the end of the bench. */
    public void onClose(Runnable close) {
        closing.push(close);
    }

    /** Nothing starts after this. */
    @Override
    public void close() {
        closed = true;
        for (Runnable next = closing.poll(); next != null; next = closing.poll()) {
            next.run();
        }
    }

    /** On interruption: closes and deletes everything. */
    public void abandon() {
        close();
        discard();
    }

    public boolean isClosed() {
        return closed;
    }

    /** Deletes data and logs. */
    public void discard() {
        TemporaryFolder.delete(folder);
    }

    public Path folder() {
        return folder;
    }
}

package dev.regulars.bench.stage;

import dev.regulars.bench.measure.Series;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/** What rows share. The suite is started for the first row that needs it. */
public final class Stage implements AutoCloseable {

    private static final int ROUNDS = 3;

    private final Path folder;
    private final PrintStream out;
    private final long begun = System.nanoTime();
    private final Deque<Runnable> closing = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;
    private @Nullable Suite suite;
    private @Nullable Tenant tenant;

    public Stage(PrintStream out) throws IOException {
        this.out = out;
        this.folder = Files.createTempDirectory("regulars-bench");
    }

    public Suite suite() {
        if (suite == null) {
            Suite starting = new Suite(folder("suite"));
            say("starting the suite in " + folder("suite"));
            atEnd(starting::close);
            starting.start();
            suite = starting;
        }
        return suite;
    }

    public Tenant tenant() {
        if (tenant == null) {
            Suite running = suite();
            say("putting %,d people into a community".formatted(Crowd.SIZE));
            tenant = Tenant.settle(running);
        }
        return tenant;
    }

    /** A-B-A-B, each for so long. */
    public Series series(Duration run) {
        return new Series(ROUNDS, run, this::say);
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

    public void say(String line) {
        out.printf("%4d s  %s%n", (System.nanoTime() - begun) / 1_000_000_000, line);
    }

    /** For what would outlive the bench. */
    public void atEnd(Runnable close) {
        closing.push(close);
    }

    /** Where the bench was interrupted, nothing begins any more. */
    @Override
    public void close() {
        closed = true;
        for (Runnable next = closing.poll(); next != null; next = closing.poll()) {
            next.run();
        }
    }

    /** Whoever interrupts wants to find nothing left. */
    public void abandon() {
        close();
        discard();
    }

    public boolean isClosed() {
        return closed;
    }

    /** Data and logs; nobody needs them when all went well. */
    public void discard() {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path folder() {
        return folder;
    }
}

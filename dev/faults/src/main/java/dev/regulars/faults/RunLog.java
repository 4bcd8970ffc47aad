package dev.regulars.faults;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The log of a run: printed as it happens, and printed again with wall-clock times after a failure. */
public final class RunLog {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.systemDefault());

    private final PrintStream out;
    private final Instant startedAt = Instant.now();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    public RunLog(PrintStream out) {
        this.out = out;
    }

    /** Prints and records. */
    void print(String line) {
        record(line);
        out.printf("%4d s  %s%n", Duration.between(startedAt, Instant.now()).toSeconds(), line);
    }

    /** Records only; shown after a failure. */
    void record(String line) {
        lines.add(CLOCK.format(Instant.now()) + "  " + line);
    }

    List<String> lines() {
        return lines;
    }

    /** All lines with wall-clock times. */
    public String text() {
        return String.join("\n", lines);
    }
}

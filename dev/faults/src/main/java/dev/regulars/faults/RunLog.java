package dev.regulars.faults;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What happened when: told as it happens, and again, by the clock that the logs use, where something failed. */
final class RunLog {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.systemDefault());

    private final PrintStream out;
    private final Instant startedAt = Instant.now();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    RunLog(PrintStream out) {
        this.out = out;
    }

    /** For everybody who watches. */
    void print(String line) {
        record(line);
        out.printf("%4d s  %s%n", Duration.between(startedAt, Instant.now()).toSeconds(), line);
    }

    /** For whoever has to find out later. */
    void record(String line) {
        lines.add(CLOCK.format(Instant.now()) + "  " + line);
    }

    List<String> lines() {
        return lines;
    }
}

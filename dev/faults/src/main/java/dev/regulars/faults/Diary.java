package dev.regulars.faults;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What happened when: told as it happens, and again, by the clock that the logs use, where something failed. */
final class Diary {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.systemDefault());

    private final PrintStream out;
    private final Instant begun = Instant.now();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    Diary(PrintStream out) {
        this.out = out;
    }

    /** For everybody who watches. */
    void say(String line) {
        note(line);
        out.printf("%4d s  %s%n", Duration.between(begun, Instant.now()).toSeconds(), line);
    }

    /** For whoever has to find out later. */
    void note(String line) {
        lines.add(CLOCK.format(Instant.now()) + "  " + line);
    }

    List<String> lines() {
        return lines;
    }
}

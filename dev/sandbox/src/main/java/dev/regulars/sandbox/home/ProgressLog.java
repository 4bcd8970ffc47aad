package dev.regulars.sandbox.home;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Prints progress lines with the seconds since the command was given. */
public record ProgressLog(Instant started) {

    /** The script that builds first passes on its own start time. */
    public static ProgressLog sinceCommand() {
        @Nullable String seconds = System.getenv("REGULARS_SANDBOX_SINCE");
        return new ProgressLog(seconds == null ? Instant.now() : Instant.ofEpochSecond(Long.parseLong(seconds)));
    }

    public long seconds() {
        return Duration.between(started, Instant.now()).toSeconds();
    }

    public void print(String line) {
        System.out.println("%4d s  %s".formatted(seconds(), line));
    }
}

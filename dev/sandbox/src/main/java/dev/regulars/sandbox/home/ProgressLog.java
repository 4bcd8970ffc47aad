package dev.regulars.sandbox.home;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is said while things start and stop; each line carries the seconds since the command was given. */
public record ProgressLog(Instant started) {

    /** The script that builds first hands over its own start. */
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

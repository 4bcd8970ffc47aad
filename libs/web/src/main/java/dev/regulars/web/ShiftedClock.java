package dev.regulars.web;

import io.quarkus.logging.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;

/** A clock that is so many seconds ahead as a file says, which is read again each second. For sandboxes. */
final class ShiftedClock extends Clock {

    private static final long READ_EVERY = TimeUnit.SECONDS.toNanos(1);

    private final Clock real;
    private final Path file;
    private volatile long offset;
    private volatile long readAt;

    ShiftedClock(Clock real, Path file) {
        this.real = real;
        this.file = file;
        this.offset = read();
        this.readAt = System.nanoTime();
    }

    @Override
    public Instant instant() {
        if (System.nanoTime() - readAt > READ_EVERY) {
            readAt = System.nanoTime();
            offset = read();
        }
        return real.instant().plusSeconds(offset);
    }

    private long read() {
        try {
            return Long.parseLong(Files.readString(file).strip());
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException | NumberFormatException e) {
            Log.warnf(e, "The clock's offset cannot be read from %s", file);
            return offset;
        }
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new ShiftedClock(real.withZone(zone), file);
    }
}

package dev.regulars.sandbox;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Prints a log file as it grows. */
record LogFollower(Path file) {

    /** Returns whether it was done before the writer ended. */
    boolean follow(ProcessHandle writer, BooleanSupplier done) {
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            boolean alive = true;
            while (alive && !done.getAsBoolean()) {
                alive = writer.isAlive(); // checked before the last read, else its last lines are lost
                show(log);
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
            show(log);
            return done.getAsBoolean();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void show(RandomAccessFile log) throws IOException {
        byte[] fresh = new byte[(int) (log.length() - log.getFilePointer())];
        log.readFully(fresh);
        System.out.write(fresh);
        System.out.flush();
    }
}

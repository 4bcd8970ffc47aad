package dev.regulars.bench.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting, but not for ever. */
public final class Await {

    private Await() {}

    /** @throws IllegalStateException where it has not come true in that time */
    public static void until(String what, Duration max, Duration pause, BooleanSupplier done) {
        long end = System.nanoTime() + max.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(what + ": not within " + max.toSeconds() + " s");
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }
}

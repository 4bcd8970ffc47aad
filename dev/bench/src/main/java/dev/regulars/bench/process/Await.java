package dev.regulars.bench.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Polls a condition with a time limit. */
public final class Await {

    private Await() {}

    /** @throws IllegalStateException where the condition is not met in time */
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

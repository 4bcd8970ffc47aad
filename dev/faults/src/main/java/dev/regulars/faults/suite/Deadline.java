package dev.regulars.faults.suite;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A generous time limit, since a slow machine is no fault of the suite: sixteen processes start on two cores. How fast the suite
 * recovers is a matter of the medians that {@code make faults} compares with their budget.
 */
public final class Deadline {

    private static final Duration LENGTH = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final long startedAt = System.nanoTime();

    public boolean isPassed() {
        return System.nanoTime() - startedAt > LENGTH.toNanos();
    }

    /** Returns false where the deadline passed first. */
    public boolean await(BooleanSupplier come) {
        while (!come.getAsBoolean()) {
            if (isPassed()) {
                return false;
            }
            pause(BETWEEN_LOOKS);
        }
        return true;
    }

    public static void pause(Duration length) {
        LockSupport.parkNanos(length.toNanos());
    }

    @Override
    public String toString() {
        return LENGTH.toSeconds() + " s";
    }
}

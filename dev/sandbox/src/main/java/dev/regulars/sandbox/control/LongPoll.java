package dev.regulars.sandbox.control;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits on the server so that scripts need not poll. */
final class LongPoll {

    private LongPoll() {}

    /** Returns as soon as there is something, or empty after the given seconds. */
    static <T> List<T> untilAny(int seconds, Supplier<List<T>> look) {
        long deadline = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        List<T> found = look.get();
        while (found.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            found = look.get();
        }
        return found;
    }
}

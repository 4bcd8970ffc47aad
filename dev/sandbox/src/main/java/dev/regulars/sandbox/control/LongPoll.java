package dev.regulars.sandbox.control;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Spares scripts a loop of their own. */
final class LongPoll {

    private LongPoll() {}

    /** Answers as soon as there is something; after the given seconds with nothing. */
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

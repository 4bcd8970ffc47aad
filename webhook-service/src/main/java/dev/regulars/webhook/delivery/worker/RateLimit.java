package dev.regulars.webhook.delivery.worker;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Spreads attempts evenly over the second. */
final class RateLimit {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private long next = System.nanoTime();

    /**
     * @param perSecond null for no limit
     * @return how long to wait before the next attempt; zero if it may be made now, and it is counted then
     */
    synchronized Duration acquire(@Nullable Integer perSecond) {
        if (perSecond == null) {
            return Duration.ZERO;
        }
        long now = System.nanoTime();
        if (next - now > 0) {
            return Duration.ofNanos(next - now);
        }
        next = now + SECOND / perSecond;
        return Duration.ZERO;
    }
}

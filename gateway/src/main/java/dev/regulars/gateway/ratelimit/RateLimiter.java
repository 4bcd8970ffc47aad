package dev.regulars.gateway.ratelimit;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** The token buckets of this replica. A bucket that nobody used for a whole window is full, so it can be forgotten. */
@Singleton
class RateLimiter {

    private static final int MAX_BUCKETS = 500_000;
    private static final long NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

    private record BucketKey(Policy policy, String subject, int limit) {}

    private final Duration window;
    private final Cache<BucketKey, Bucket> buckets;
    private final Map<Policy, Counter> refused = new EnumMap<>(Policy.class);

    RateLimiter(RateLimits limits, MeterRegistry metrics) {
        this.window = limits.window();
        this.buckets = Caffeine.newBuilder()
                .expireAfterAccess(window)
                .maximumSize(MAX_BUCKETS)
                .executor(Runnable::run) // upkeep takes less than to wake another thread for it
                .build();
        for (Policy policy : Policy.values()) {
            refused.put(
                    policy,
                    Counter.builder("gateway.rate.limited")
                            .description("Requests refused with 429, by the limit that was reached")
                            .tag("policy", policy.label)
                            .register(metrics));
        }
    }

    long windowSeconds() {
        return window.toSeconds();
    }

    /** Takes one request out of the bucket of {@code subject}. */
    Quota take(Policy policy, String subject, int limit) {
        Bucket bucket = buckets.get(new BucketKey(policy, subject, limit), this::full);
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            requireNonNull(refused.get(policy)).increment();
        }
        return new Quota(
                policy,
                limit,
                !probe.isConsumed(),
                probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForReset()),
                seconds(probe.getNanosToWaitForRefill()));
    }

    private Bucket full(BucketKey key) {
        return Bucket.builder()
                .withNanosecondPrecision()
                .addLimit(limit -> limit.capacity(key.limit()).refillGreedy(key.limit(), window))
                .build();
    }

    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, NANOS_PER_SECOND);
    }
}

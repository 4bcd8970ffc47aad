package dev.regulars.webhook.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Times of the next attempts, jittered so that what failed together is not retried together. */
@ApplicationScoped
public class RetrySchedule {

    private static final double JITTER = 0.1;

    private final List<Duration> waits;
    private final Clock clock;

    RetrySchedule(WebhookClientConfig config, Clock clock) {
        this.waits = config.schedule();
        this.clock = clock;
    }

    /**
     * Null after the last attempt.
     *
     * @param attempts made so far
     * @param response of the last one; its {@code Retry-After} can postpone the next attempt
     */
    public @Nullable Instant next(int attempts, Response response) {
        return next(attempts, response.retryAfter());
    }

    /** The same without a response. */
    public @Nullable Instant next(int attempts) {
        return next(attempts, (Duration) null);
    }

    private @Nullable Instant next(int attempts, @Nullable Duration asked) {
        if (attempts > waits.size()) {
            return null;
        }
        Duration wait = waits.get(attempts - 1);
        Duration longer = asked != null && asked.compareTo(wait) > 0 ? asked : wait;
        long jitter =
                (long) (wait.toMillis() * JITTER * ThreadLocalRandom.current().nextDouble());
        return clock.instant().plus(longer).plusMillis(jitter);
    }
}

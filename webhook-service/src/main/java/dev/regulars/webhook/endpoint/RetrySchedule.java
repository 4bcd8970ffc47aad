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

    /** Null after the last attempt. */
    public @Nullable Instant after(int attempts) {
        if (attempts > waits.size()) {
            return null;
        }
        Duration wait = waits.get(attempts - 1);
        long jitter =
                (long) (wait.toMillis() * JITTER * ThreadLocalRandom.current().nextDouble());
        return clock.instant().plus(wait).plusMillis(jitter);
    }
}

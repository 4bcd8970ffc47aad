package dev.regulars.webhook.receiver;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** When to try again. A little later than said, at random, so that what failed together does not come back together. */
@ApplicationScoped
public class Schedule {

    private static final double JITTER = 0.1;

    private final List<Duration> waits;
    private final Clock clock;

    Schedule(ReceiversConfig config, Clock clock) {
        this.waits = config.schedule();
        this.clock = clock;
    }

    /** @return nothing after the last attempt */
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

package dev.regulars.webhook.client;

import dev.regulars.webhook.endpoint.WebhookClientConfig;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Times of the next attempts. Windows follow one another from the first attempt on, and each further attempt is made at a random
 * moment of its window (full jitter), so that what failed together is not retried together.
 */
@Singleton
public class RetrySchedule {

    private final List<Duration> windows;
    private final Clock clock;

    RetrySchedule(WebhookClientConfig config, Clock clock) {
        this.windows = config.schedule();
        this.clock = clock;
    }

    /**
     * Null after the last attempt.
     *
     * @param own windows instead of those of the installation
     * @param since when the first window began
     * @param attempts made so far
     * @param response of the last one, if there was one; its {@code Retry-After} can postpone the next attempt
     */
    public @Nullable Instant next(
            @Nullable List<Duration> own, Instant since, int attempts, @Nullable Response response) {
        List<Duration> all = own == null ? windows : own;
        if (attempts > all.size()) {
            return null;
        }
        Duration window = all.get(attempts - 1);
        Instant now = clock.instant();
        Instant planned = since.plus(sum(all.subList(0, attempts - 1))).plus(upTo(window));
        Instant next = planned.isBefore(now) ? now.plus(upTo(window)) : planned;
        return response == null || response.retryAfter() == null
                ? next
                : later(next, now.plus(response.retryAfter()).plus(upTo(window.dividedBy(10))));
    }

    /** The same where every window begins after the attempt before it. */
    public @Nullable Instant next(int attempts, Response response) {
        return next(null, Instant.EPOCH, attempts, response);
    }

    private static Duration sum(List<Duration> windows) {
        return windows.stream().reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration upTo(Duration window) {
        return Duration.ofMillis(
                (long) (window.toMillis() * ThreadLocalRandom.current().nextDouble()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

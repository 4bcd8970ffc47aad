package dev.regulars.eventing.worker;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long something waits after it failed: each time twice as long, up to a bound, give or take a quarter. */
public record Backoff(Duration first, Duration longest) {

    /** @param tries that failed, at least one */
    public Duration after(int tries) {
        long pause = Math.min(longest.toMillis(), first.toMillis() << Math.min(tries - 1, 20));
        return Duration.ofMillis(pause * 3 / 4 + ThreadLocalRandom.current().nextLong(pause / 2 + 1));
    }
}

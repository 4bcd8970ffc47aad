package dev.regulars.bench.measure;

import java.time.Duration;
import java.util.function.Function;

/**
 * One of those that are compared.
 *
 * @param warmUp how long it works before it counts: a JVM compiles meanwhile
 * @param load works for about that long
 */
public record Side(String name, Duration warmUp, Function<Duration, Sample> load) {

    private static final Duration STEP = Duration.ofSeconds(2);

    /** In steps, since some loads find out on their way how much fills the time. */
    void warm() {
        long end = System.nanoTime() + warmUp.toNanos();
        while (System.nanoTime() < end) {
            Sample unused = load.apply(STEP);
        }
    }
}

package dev.regulars.bench.measure;

import java.time.Duration;
import java.util.function.Function;

/**
 * One of the compared systems.
 *
 * @param warmUp the longest warm-up
 * @param load runs for about this long; its first figure is the cost
 */
public record Contender(String name, Duration warmUp, Function<Duration, Sample> load) {

    private static final Duration STEP = Duration.ofSeconds(2);
    private static final double NO_CHEAPER = 0.97;
    private static final int STEADY_STEPS = 4;

    /** Runs until the cost is stable. */
    void runWarmUp() {
        long end = System.nanoTime() + warmUp.toNanos();
        double min = Double.MAX_VALUE;
        int steady = 0;
        while (steady < STEADY_STEPS && System.nanoTime() < end) {
            double cost = load.apply(STEP).figures().values().iterator().next();
            steady = cost < min * NO_CHEAPER ? 0 : steady + 1;
            min = Math.min(min, cost);
        }
    }
}

package dev.regulars.bench.measure;

import java.time.Duration;
import java.util.function.Function;

/**
 * One of the compared systems.
 *
 * @param warmUp the longest warm-up
 * @param untilStable whether the warm-up ends as soon as the cost is stable
 * @param load runs for about this long; its first figure is the cost
 */
public record Contender(String name, Duration warmUp, boolean untilStable, Function<Duration, Sample> load) {

    private static final Duration STEP = Duration.ofSeconds(2);
    private static final double NO_CHEAPER = 0.97;
    private static final int STEADY_STEPS = 4;

    public Contender(String name, Duration warmUp, Function<Duration, Sample> load) {
        this(name, warmUp, true, load);
    }

    /** Warms up for just so long: the JIT compilers may still be at work when the cost seems stable. */
    public static Contender warmedFor(Duration warmUp, String name, Function<Duration, Sample> load) {
        return new Contender(name, warmUp, false, load);
    }

    void runWarmUp() {
        long end = System.nanoTime() + warmUp.toNanos();
        double min = Double.MAX_VALUE;
        int steady = 0;
        while ((steady < STEADY_STEPS || !untilStable) && System.nanoTime() < end) {
            double cost = load.apply(STEP).figures().values().iterator().next();
            steady = cost < min * NO_CHEAPER ? 0 : steady + 1;
            min = Math.min(min, cost);
        }
    }
}

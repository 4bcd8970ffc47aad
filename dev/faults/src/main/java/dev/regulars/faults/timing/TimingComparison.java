package dev.regulars.faults.timing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * Compares the response times of one operation for known and unknown e-mail addresses.
 *
 * @param known the n-th call with a known address
 * @param unknown the n-th call with an unknown address
 */
record TimingComparison(
        String operation,
        Bound bound,
        IntFunction<TimedClient.Response> known,
        IntFunction<TimedClient.Response> unknown) {

    private static final int WARM_UP = 60;
    private static final int PAIRS = 500;
    private static final double NANOS = 1e6;

    /** How far apart the two medians may be; both are in milliseconds. */
    enum Bound {
        FIVE_PERCENT {
            @Override
            boolean holds(double one, double other) {
                return Math.abs(one - other) < 0.05 * Math.min(one, other);
            }
        },
        HALF_A_MILLISECOND {
            @Override
            boolean holds(double one, double other) {
                return Math.abs(one - other) < 0.5;
            }
        };

        abstract boolean holds(double one, double other);
    }

    /** Medians in milliseconds. */
    record Result(String operation, double known, double unknown, boolean holds) {

        @Override
        public String toString() {
            return "%-16s | %8.3f ms | %8.3f ms | %+6.3f ms, %+5.2f %% | %s"
                    .formatted(
                            operation,
                            known,
                            unknown,
                            known - unknown,
                            100 * (known - unknown) / unknown,
                            holds ? "indistinguishable" : "DISTINGUISHABLE");
        }
    }

    /** In pairs of random order, so that noise of the machine affects both alike. */
    Result run(Random random) {
        List<Double> known = new ArrayList<>();
        List<Double> unknown = new ArrayList<>();
        for (int pair = 0; pair < WARM_UP + PAIRS; pair++) {
            if (random.nextBoolean()) {
                known.add(known().apply(pair).nanos() / NANOS);
                unknown.add(unknown().apply(pair).nanos() / NANOS);
            } else {
                unknown.add(unknown().apply(pair).nanos() / NANOS);
                known.add(known().apply(pair).nanos() / NANOS);
            }
        }
        double one = median(known);
        double other = median(unknown);
        return new Result(operation, one, other, bound.holds(one, other));
    }

    private static double median(List<Double> all) {
        List<Double> sorted = all.stream().skip(WARM_UP).sorted().toList();
        return (sorted.get(PAIRS / 2 - 1) + sorted.get(PAIRS / 2)) / 2;
    }
}

package dev.regulars.faults.timing;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Sends ten times as many logins as can be hashed and measures whether lookups by a partner get slower.
 *
 * @param login responds 401, or 503 where hashing would take too long
 * @param lookup the partner's call
 */
record LoginStorm(Supplier<TimedClient.Response> login, Supplier<TimedClient.Response> lookup) {

    private static final int TIMES_CAPACITY = 10;
    private static final int LOOKUPS_A_SECOND = 100;
    private static final double BOUND = 2;
    private static final int HASHED = 100;
    private static final int FEW = 4;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(25);

    /**
     * The measured latencies.
     *
     * @param capacity logins per second
     * @param quiet p99 of the partner's calls without other load, in milliseconds
     * @param underStorm the same during the storm
     * @param logins the number of logins by status
     */
    record Result(double capacity, double quiet, double underStorm, Map<Integer, Long> logins) {

        boolean holds() {
            return underStorm < BOUND * quiet;
        }

        @Override
        public String toString() {
            return ("Capacity: %.1f logins/s. At %.0f/s, by status %s, the p99 of users/info is %.1f ms,"
                            + " %.2f times the %.1f ms without the storm: %s")
                    .formatted(
                            capacity,
                            TIMES_CAPACITY * capacity,
                            logins,
                            underStorm,
                            underStorm / quiet,
                            quiet,
                            holds() ? "ok" : "TOO SLOW");
        }
    }

    Result run() {
        double capacity = capacity();
        var lookups = new ConstantRateLoad(LOOKUPS_A_SECOND, lookup);
        var unused = lookups.run(WARM_UP);
        double quiet = p99(lookups.run(MEASURED));
        var storm = new ConstantRateLoad(TIMES_CAPACITY * capacity, login);
        var logins = CompletableFuture.supplyAsync(() -> storm.run(WARM_UP.plus(MEASURED)));
        unused = lookups.run(WARM_UP);
        double underStorm = p99(lookups.run(MEASURED));
        return new Result(
                capacity,
                quiet,
                underStorm,
                logins.join().stream().collect(groupingBy(ConstantRateLoad.Call::status, TreeMap::new, counting())));
    }

    /** With few clients, so that none is rejected for its queueing time. */
    private double capacity() {
        long startedAt = System.nanoTime();
        try (var few = Executors.newFixedThreadPool(FEW)) {
            IntStream.range(0, HASHED)
                    .forEach(number -> few.execute(() -> {
                        var unused = login.get();
                    }));
        }
        return HASHED * 1e9 / (System.nanoTime() - startedAt);
    }

    private static double p99(List<ConstantRateLoad.Call> calls) {
        List<Double> sorted =
                calls.stream().map(ConstantRateLoad.Call::millis).sorted().toList();
        return sorted.get(sorted.size() * 99 / 100);
    }
}

package dev.regulars.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The responses of one run.
 *
 * @param failures how many had each status other than 2xx; -1 for none at all
 * @param p50 milliseconds, as {@code p99} is
 */
public record LoadResult(int count, Map<String, Integer> failures, double seconds, double p50, double p99) {

    public static LoadResult of(Path log) {
        try {
            return of(Files.readAllLines(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line per request: start (µs), status, duration (µs). */
    public static LoadResult of(List<String> lines) {
        if (lines.isEmpty()) {
            throw new IllegalStateException("No responses");
        }
        long[] micros = new long[lines.size()];
        long first = Long.MAX_VALUE;
        long last = 0;
        Map<String, Integer> failures = new TreeMap<>();
        for (int i = 0; i < micros.length; i++) {
            String[] fields = lines.get(i).split("\t", 3);
            long sent = Long.parseLong(fields[0]);
            micros[i] = Long.parseLong(fields[2]);
            if (!fields[1].startsWith("2")) {
                failures.merge(fields[1], 1, Integer::sum);
            }
            first = Math.min(first, sent);
            last = Math.max(last, sent + micros[i]);
        }
        Arrays.sort(micros);
        return new LoadResult(micros.length, failures, (last - first) / 1e6, millis(micros, 50), millis(micros, 99));
    }

    public int failed() {
        return failures.values().stream().mapToInt(Integer::intValue).sum();
    }

    public double perSecond() {
        return count / seconds;
    }

    /** Appends its figures to the cost of the run. */
    public Sample after(Sample cost) {
        Sample sample = cost.and("requests/s", perSecond())
                .and("p50, ms", p50)
                .and("p99, ms", p99)
                .and("errors", failed());
        for (Map.Entry<String, Integer> failure : failures.entrySet()) {
            sample = sample.and("errors with status " + failure.getKey(), failure.getValue());
        }
        return sample;
    }

    private static double millis(long[] sortedMicros, int percent) {
        int at = (int) Math.ceil(sortedMicros.length * percent / 100.0) - 1;
        return sortedMicros[at] / 1e3;
    }
}

package dev.regulars.analysis.loyalty.overview;

import dev.regulars.analysis.loyalty.rollup.BucketTotalDocument;
import dev.regulars.analysis.loyalty.rollup.LoyaltyMetric;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The quarters of an hour of a range, put together. */
record RangeTotals(DateRange range, List<BucketTotalDocument> buckets) {

    long sum(LoyaltyMetric metric) {
        return buckets.stream().mapToLong(bucket -> sum(bucket, metric)).sum();
    }

    Map<String, Long> by(LoyaltyMetric metric, Grouping grouping) {
        return grouping == Grouping.SOURCE ? bySource(metric) : byDays(metric, grouping);
    }

    Map<String, Long> bySource(LoyaltyMetric metric) {
        Map<String, Long> sources = new TreeMap<>();
        buckets.forEach(bucket ->
                sources(bucket, metric).forEach((source, amount) -> sources.merge(source, amount, Long::sum)));
        return sources;
    }

    private Map<String, Long> byDays(LoyaltyMetric metric, Grouping grouping) {
        Map<Instant, Long> amounts = new LinkedHashMap<>();
        buckets.forEach(bucket -> amounts.put(bucket.bucket, sum(bucket, metric)));
        return byDays(range, grouping, amounts);
    }

    /** Days without any are there too. */
    static Map<String, Long> byDays(DateRange range, Grouping grouping, Map<Instant, Long> amounts) {
        Map<String, Long> days = new LinkedHashMap<>();
        range.days().forEach(day -> days.put(grouping.key(day), 0L));
        amounts.forEach((time, amount) -> days.merge(grouping.key(range.dayOf(time)), amount, Long::sum));
        return days;
    }

    private static long sum(BucketTotalDocument bucket, LoyaltyMetric metric) {
        return sources(bucket, metric).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static Map<String, Long> sources(BucketTotalDocument bucket, LoyaltyMetric metric) {
        return bucket.counts.getOrDefault(metric.wire(), Map.of());
    }
}

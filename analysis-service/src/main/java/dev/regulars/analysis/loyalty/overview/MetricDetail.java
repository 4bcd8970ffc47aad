package dev.regulars.analysis.loyalty.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.analysis.loyalty.rollup.LoyaltyMetric;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A figure with what it is made of (contract §3.17). */
@Schema(examples = """
        {"metric": "members-new", "definition": "Memberships that began in the range; a member who returns is not new",
         "asOf": "2026-03-31T16:15:50.123Z", "value": 42,
         "rows": [{"key": "2026-03-30", "value": 40}, {"key": "2026-03-31", "value": 2}]}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record MetricDetail(
        LoyaltyMetric metric,

        @Schema(description = "What exactly is counted") String definition,

        @Schema(description = "When the newest event happened that is counted; absent before the first one") @Nullable
        Instant asOf,

        long value,

        @Schema(description = "They add up to the value") List<MetricRow> rows) {

    /** A part of a figure. */
    record MetricRow(
            @Schema(description = "A day, the Monday of a week, a month `YYYY-MM`, a source or a tier")
            String key,

            long value) {}

    static MetricDetail of(LoyaltyMetric metric, @Nullable Instant asOf, Map<String, Long> amounts) {
        List<MetricRow> rows = amounts.entrySet().stream()
                .map(one -> new MetricRow(one.getKey(), one.getValue()))
                .toList();
        return new MetricDetail(
                metric,
                metric.definition(),
                asOf,
                rows.stream().mapToLong(MetricRow::value).sum(),
                rows);
    }
}

package dev.regulars.analysis.loyalty.overview;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.analysis.loyalty.rollup.LoyaltyMetric;
import dev.regulars.web.json.WireName;
import dev.regulars.web.refusal.Refusal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the rows of a figure are. */
enum Grouping implements WireName {
    DAY("day"),
    /** Named by its Monday. */
    WEEK("week"),
    MONTH("month"),
    SOURCE("source"),
    TIER("tier");

    private final String wire;

    Grouping(String wire) {
        this.wire = wire;
    }

    @Override
    @JsonValue
    public String wire() {
        return wire;
    }

    /** The one that is asked for, or the first of those that a metric has. */
    static Grouping of(LoyaltyMetric metric, @Nullable String asked) {
        List<Grouping> all = of(metric);
        return asked == null
                ? all.getFirst()
                : all.stream()
                        .filter(one -> one.wire.equals(asked))
                        .findFirst()
                        .orElseThrow(() -> Refusal.invalid(
                                "by",
                                "must be one of: "
                                        + all.stream().map(Grouping::wire).collect(Collectors.joining(", "))));
    }

    private static List<Grouping> of(LoyaltyMetric metric) {
        return switch (metric) {
            case TIERS -> List.of(TIER);
            case MEMBERS_ACTIVE, MEMBERS_TOTAL -> List.of(DAY, WEEK, MONTH);
            default -> List.of(DAY, WEEK, MONTH, SOURCE);
        };
    }

    /** The key of the row that a day is in. */
    String key(LocalDate day) {
        return switch (this) {
            case WEEK -> day.with(previousOrSame(MONDAY)).toString();
            case MONTH -> YearMonth.from(day).toString();
            default -> day.toString();
        };
    }
}

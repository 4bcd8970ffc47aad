package dev.regulars.gamification.streak.terms;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.web.json.WireName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How long the periods of a streak are. They follow each other from an anchor on, in both directions. */
public record Timeframe(
        @NotNull Length value,

        @Min(1) @Max(366) @Schema(description = "How many days, weeks or months one period has")
        int count) {

    private static final int WEEK = 7;

    /** What is counted. */
    public enum Length implements WireName {
        DAILY("daily"),
        WEEKLY("weekly"),
        MONTHLY("monthly");

        private final String wire;

        Length(String wire) {
            this.wire = wire;
        }

        @Override
        @JsonValue
        public String wire() {
            return wire;
        }
    }

    /** First day of the period that a day is in. */
    public long firstOf(long anchor, long day) {
        return switch (value) {
            case DAILY -> anchor + Math.floorDiv(day - anchor, count) * (long) count;
            case WEEKLY -> anchor + Math.floorDiv(day - anchor, WEEK * count) * (long) WEEK * count;
            case MONTHLY -> monthsFrom(anchor, Math.floorDiv(months(anchor, day), count) * (long) count);
        };
    }

    /** First day of the period after that. */
    public long nextOf(long anchor, long day) {
        return switch (value) {
            case DAILY -> firstOf(anchor, day) + count;
            case WEEKLY -> firstOf(anchor, day) + (long) WEEK * count;
            case MONTHLY -> monthsFrom(anchor, (Math.floorDiv(months(anchor, day), count) + 1) * (long) count);
        };
    }

    /** Whole months since the anchor; the 31st of a shorter month is its last day. */
    private static long months(long anchor, long day) {
        var first = LocalDate.ofEpochDay(anchor);
        long months = ChronoUnit.MONTHS.between(
                first.withDayOfMonth(1), LocalDate.ofEpochDay(day).withDayOfMonth(1));
        return first.plusMonths(months).toEpochDay() > day ? months - 1 : months;
    }

    private static long monthsFrom(long anchor, long months) {
        return LocalDate.ofEpochDay(anchor).plusMonths(months).toEpochDay();
    }
}

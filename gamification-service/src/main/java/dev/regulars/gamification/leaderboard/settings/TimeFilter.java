package dev.regulars.gamification.leaderboard.settings;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.web.json.WireName;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Since when a score counts. */
public enum TimeFilter implements WireName {
    ALL_TIME("all-time"),
    DAILY("daily"),
    WEEKLY("weekly"),
    MONTHLY("monthly"),
    YEARLY("yearly");

    private final String wire;

    TimeFilter(String wire) {
        this.wire = wire;
    }

    @Override
    @JsonValue
    public String wire() {
        return wire;
    }

    static @Nullable TimeFilter named(String wire) {
        return Arrays.stream(values())
                .filter(one -> one.wire.equals(wire))
                .findFirst()
                .orElse(null);
    }

    /** The first day of the period that a day is in; weeks begin on Monday. Absent for all time. */
    @Nullable
    LocalDate firstDay(LocalDate day) {
        return switch (this) {
            case ALL_TIME -> null;
            case DAILY -> day;
            case WEEKLY -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHLY -> day.withDayOfMonth(1);
            case YEARLY -> day.withDayOfYear(1);
        };
    }
}

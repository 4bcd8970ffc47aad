package dev.regulars.gamification.badge;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.web.json.WireName;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import org.jspecify.annotations.Nullable;

/** How often a member can have a badge. */
public enum Period implements WireName {
    ONCE("once"),
    DAILY("daily"),
    WEEKLY("weekly"),
    MONTHLY("monthly"),
    YEARLY("yearly");

    private final String wire;

    Period(String wire) {
        this.wire = wire;
    }

    @Override
    @JsonValue
    public String wire() {
        return wire;
    }

    /** The name of the period that a day is in; absent for {@link #ONCE}. */
    public @Nullable String of(LocalDate day) {
        return switch (this) {
            case ONCE -> null;
            case DAILY -> day.toString();
            case WEEKLY ->
                "%d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTHLY -> day.toString().substring(0, 7);
            case YEARLY -> day.toString().substring(0, 4);
        };
    }
}

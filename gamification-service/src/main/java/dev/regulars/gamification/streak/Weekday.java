package dev.regulars.gamification.streak;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.web.json.WireName;
import java.time.DayOfWeek;

/** Days of the week by their English names. */
public enum Weekday implements WireName {
    MONDAY("Monday"),
    TUESDAY("Tuesday"),
    WEDNESDAY("Wednesday"),
    THURSDAY("Thursday"),
    FRIDAY("Friday"),
    SATURDAY("Saturday"),
    SUNDAY("Sunday");

    private final String wire;

    Weekday(String wire) {
        this.wire = wire;
    }

    @Override
    @JsonValue
    public String wire() {
        return wire;
    }

    DayOfWeek day() {
        return DayOfWeek.valueOf(name());
    }

    static Weekday of(DayOfWeek day) {
        return valueOf(day.name());
    }
}

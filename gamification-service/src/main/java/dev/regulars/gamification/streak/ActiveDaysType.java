package dev.regulars.gamification.streak;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.web.json.WireName;
import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the active days of a streak are chosen. */
public enum ActiveDaysType implements WireName {
    EVERYDAY("everyday"),
    WEEKDAYS("weekdays"),
    WEEKENDS("weekends"),
    CUSTOM("custom");

    private static final int FRIDAY = 5;

    private final String wire;

    ActiveDaysType(String wire) {
        this.wire = wire;
    }

    @Override
    @JsonValue
    public String wire() {
        return wire;
    }

    /** @param chosen counts for {@code custom} only */
    List<DayOfWeek> days(@Nullable List<Weekday> chosen) {
        return Stream.of(DayOfWeek.values())
                .filter(day -> switch (this) {
                    case EVERYDAY -> true;
                    case WEEKDAYS -> day.getValue() <= FRIDAY;
                    case WEEKENDS -> day.getValue() > FRIDAY;
                    case CUSTOM -> chosen != null && chosen.contains(Weekday.of(day));
                })
                .toList();
    }
}

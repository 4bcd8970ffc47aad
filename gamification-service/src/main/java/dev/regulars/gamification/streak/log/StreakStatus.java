package dev.regulars.gamification.streak.log;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.gamification.streak.rule.Outcome;
import dev.regulars.web.json.WireName;
import org.jspecify.annotations.Nullable;

/** What a line of the log tells. */
public enum StreakStatus implements WireName {
    EXTENDED("extended"),
    FROZEN("frozen"),
    REPAIRED("repaired"),
    BROKEN("broken");

    private final String wire;

    StreakStatus(String wire) {
        this.wire = wire;
    }

    @Override
    @JsonValue
    public String wire() {
        return wire;
    }

    /** Absent where there is nothing to tell. */
    public static @Nullable StreakStatus of(Outcome outcome) {
        return switch (outcome) {
            case KEPT -> EXTENDED;
            case FROZEN -> FROZEN;
            case REPAIRED -> REPAIRED;
            case MISSED -> BROKEN;
            case NOT_DUE, OPEN -> null;
        };
    }
}

package dev.regulars.gamification.leaderboard.ranking;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.web.json.WireName;

/** Which ranks members with the same score have. */
public enum TieRule implements WireName {
    /** The same one; as many follow it as are left out: 1, 1, 3. */
    SHARED("shared"),
    /** The same one; the next one follows it: 1, 1, 2. */
    DENSE("dense"),
    /** Whoever reached the score first is before the others: 1, 2, 3. */
    FIRST("first");

    private final String wire;

    TieRule(String wire) {
        this.wire = wire;
    }

    @Override
    @JsonValue
    public String wire() {
        return wire;
    }
}

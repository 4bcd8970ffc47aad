package dev.regulars.gamification.tier.setting;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.web.json.WireName;

/** What becomes of the tier of a member who spends XP. */
public enum Downgrade implements WireName {
    /** It stays: only what was earned counts. */
    NEVER("never"),
    /** It falls by one at most. */
    ONE("one"),
    /** It is that of the balance. */
    BALANCE("balance");

    private final String wire;

    Downgrade(String wire) {
        this.wire = wire;
    }

    @Override
    @JsonValue
    public String wire() {
        return wire;
    }
}

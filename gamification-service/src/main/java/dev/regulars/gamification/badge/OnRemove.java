package dev.regulars.gamification.badge;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.web.json.WireName;

/** What becomes of the bonus of a badge that is removed from a member. */
public enum OnRemove implements WireName {
    KEEP("keep"),
    TAKE_BACK("takeBack");

    private final String wire;

    OnRemove(String wire) {
        this.wire = wire;
    }

    @Override
    @JsonValue
    public String wire() {
        return wire;
    }
}

package dev.regulars.gamification.referral.program;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.gamification.ledger.decision.Unit;
import dev.regulars.web.json.WireName;
import org.jspecify.annotations.Nullable;

/** What a member who was brought does to complete a stage. */
public enum StageEvent implements WireName {
    JOIN("join", null),
    MESSAGE("message", Unit.MESSAGES),
    REPLY("reply", Unit.REPLIES),
    REACT("react", Unit.REACTIONS),
    VISIT("visit", Unit.VISITS),
    PURCHASE("purchase", null);

    private final String wire;
    private final @Nullable Unit unit;

    StageEvent(String wire, @Nullable Unit unit) {
        this.wire = wire;
        this.unit = unit;
    }

    @Override
    @JsonValue
    public String wire() {
        return wire;
    }

    /** Counts it, where a unit does. */
    public @Nullable Unit unit() {
        return unit;
    }
}

package dev.regulars.rewards.status;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.web.json.WireName;

/** What a redemption status means; it decides what may follow (contract §3.5). */
public enum StatusCategory implements WireName {
    INCOMPLETE("incomplete"),
    COMPLETE("complete"),
    /** Coins, stock and limit were given back: nothing follows. */
    CANCELLED("cancelled");

    private final String wire;

    StatusCategory(String wire) {
        this.wire = wire;
    }

    @Override
    @JsonValue
    public String wire() {
        return wire;
    }
}

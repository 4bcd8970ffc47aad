package dev.regulars.webhook.incoming.hook;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.web.json.WireName;

/** What the calls of an incoming webhook do. */
public enum IncomingAction implements WireName {
    MESSAGE("message"),
    CUSTOM_FIELDS("customFields"),
    CURRENCY("currency"),
    WORKFLOW("workflow");

    private final String wire;

    IncomingAction(String wire) {
        this.wire = wire;
    }

    @Override
    @JsonValue
    public String wire() {
        return wire;
    }
}

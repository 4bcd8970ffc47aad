package dev.regulars.webhook.envelope;

import com.fasterxml.jackson.annotation.JsonValue;

/** How bodies are hidden from whoever carries them (contract §4.2). */
public enum Mode {
    NONE("none"),
    CBC("CBC"),
    GCM("GCM");

    private final String wire;

    Mode(String wire) {
        this.wire = wire;
    }

    @Override
    @JsonValue
    public String toString() {
        return wire;
    }
}

package dev.regulars.webhook.encryption;

import com.fasterxml.jackson.annotation.JsonValue;

/** Encryption mode of delivery bodies (contract 4.2). */
public enum EncryptionMode {
    NONE("none"),
    CBC("CBC"),
    GCM("GCM");

    private final String wire;

    EncryptionMode(String wire) {
        this.wire = wire;
    }

    @Override
    @JsonValue
    public String toString() {
        return wire;
    }
}

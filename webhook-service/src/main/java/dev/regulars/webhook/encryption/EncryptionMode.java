package dev.regulars.webhook.encryption;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.web.json.WireName;

/** Encryption mode of bodies (contract 4.2). */
public enum EncryptionMode implements WireName {
    NONE("none"),
    CBC("CBC"),
    GCM("GCM"),
    /** Outgoing only. */
    JWE("JWE");

    private final String wire;

    EncryptionMode(String wire) {
        this.wire = wire;
    }

    @Override
    @JsonValue
    public String wire() {
        return wire;
    }
}

package dev.regulars.webhook.encryption;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.web.json.WireName;

/** How a JWE tells its content key: directly the AES key of the webhook, or one encrypted to a public key. */
public enum KeyAlgorithm implements WireName {
    DIR("dir"),
    ECDH_ES("ECDH-ES"),
    RSA_OAEP_256("RSA-OAEP-256");

    private final String wire;

    KeyAlgorithm(String wire) {
        this.wire = wire;
    }

    @Override
    @JsonValue
    public String wire() {
        return wire;
    }

    public boolean usesPublicKey() {
        return this != DIR;
    }
}

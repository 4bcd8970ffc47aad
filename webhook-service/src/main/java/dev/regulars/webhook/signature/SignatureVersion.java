package dev.regulars.webhook.signature;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.web.json.WireName;
import java.util.Locale;

/** Kinds of signatures (contract 4.1). Every delivery has {@code v1}; the others are added on demand. */
public enum SignatureVersion implements WireName {
    V1,
    V1A,
    RFC9421;

    @Override
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}

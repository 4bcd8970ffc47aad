package dev.regulars.webhook.subscription;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Verification state of an endpoint. */
public enum Verification {
    PENDING,
    VERIFIED,
    FAILED;

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.regulars.webhook.subscription;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether an endpoint has shown that it belongs to whoever subscribed. */
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

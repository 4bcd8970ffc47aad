package dev.regulars.webhook.subscription.setting;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.web.json.WireName;
import java.util.Locale;

/** Verification state of an endpoint. */
public enum Verification implements WireName {
    PENDING,
    VERIFIED,
    FAILED;

    @Override
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}

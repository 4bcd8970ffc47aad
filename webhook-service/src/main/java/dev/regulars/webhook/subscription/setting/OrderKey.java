package dev.regulars.webhook.subscription.setting;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.web.json.WireName;
import java.util.Locale;

/** What deliveries have in common that are sent one after the other. */
public enum OrderKey implements WireName {
    /** The member that they concern. */
    USER,
    CHANNEL,
    /** All of the webhook. */
    WEBHOOK;

    @Override
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.regulars.webhook.delivery;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.web.json.WireName;
import java.util.Locale;

/** State of a delivery. Only open deliveries are attempted. */
public enum DeliveryState implements WireName {
    OPEN,
    DELIVERED,
    FAILED,
    /** The subscription was deleted. */
    DROPPED;

    @Override
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.regulars.webhook.payload;

import java.util.Arrays;
import java.util.List;

/** Events that partners can subscribe to, by their wire names (contract 4.1). */
public enum PartnerEvent {
    USER_JOIN_SERVER("user_join_server"),
    USER_VISIT_SERVER("user_visit_server");

    private final String wire;

    PartnerEvent(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(PartnerEvent::wire).toList();
    }
}

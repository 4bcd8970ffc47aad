package dev.regulars.webhook.replay;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.web.json.WireName;
import java.util.Locale;

/** How far a replay is. */
public enum ReplayStatus implements WireName {
    /** Counted only. */
    DRY_RUN,
    RUNNING,
    DONE,
    CANCELLED;

    @Override
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}

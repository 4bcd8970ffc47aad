package dev.regulars.identity.directory.field.value;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.web.json.WireName;
import java.util.Locale;

/** What changed a value. */
public enum ValueSource implements WireName {
    API,
    BULK,
    WEBHOOK,
    CREATION;

    @Override
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}

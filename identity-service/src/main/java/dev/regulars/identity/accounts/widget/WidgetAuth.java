package dev.regulars.identity.accounts.widget;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.web.json.WireName;

/** How the visitors of a widget are identified (contract §3.13). */
public enum WidgetAuth implements WireName {
    /** By what the page says of them, which anybody can type: such a widget only reads what every member may see. */
    ATTRIBUTE("attribute"),
    /** By the partner's server, which signs each visitor in with an API key. */
    TOKEN("token"),
    /** By the partner's server, which exchanges an access key. */
    ACCESS_KEY("accessKey");

    private final String wire;

    WidgetAuth(String wire) {
        this.wire = wire;
    }

    @Override
    @JsonValue
    public String wire() {
        return wire;
    }
}

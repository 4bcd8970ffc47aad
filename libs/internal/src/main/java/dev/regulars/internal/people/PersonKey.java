package dev.regulars.internal.people;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.web.json.WireName;

/** What a person is looked up by. */
public enum PersonKey implements WireName {
    /** In any spelling of the same address. */
    EMAIL("email"),
    /** In any spelling that counts as the same username. */
    USERNAME("username"),
    /** The decimal string. */
    USER_ID("userId"),
    /** The account, 24 hex digits. */
    ID("_id"),
    /** Decimal id, {@code _id}, e-mail address or username, in this order, by the form of the text. */
    ANY("any");

    private final String wire;

    PersonKey(String wire) {
        this.wire = wire;
    }

    @Override
    @JsonValue
    public String wire() {
        return wire;
    }
}

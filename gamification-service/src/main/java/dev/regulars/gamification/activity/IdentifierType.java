package dev.regulars.gamification.activity;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.internal.people.PersonKey;
import dev.regulars.web.json.WireName;
import dev.regulars.web.refusal.Refusal;
import java.util.Arrays;

/** What an identifier is. */
public enum IdentifierType implements WireName {
    EMAIL("email"),
    ID("id"),
    USERNAME("username");

    private static final String ACCOUNT_ID = "[0-9a-fA-F]{24}";

    private final String wire;

    IdentifierType(String wire) {
        this.wire = wire;
    }

    @Override
    @JsonValue
    public String wire() {
        return wire;
    }

    static IdentifierType named(String wire) {
        return Arrays.stream(values())
                .filter(type -> type.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("identifier_type", "must be one of: email, id, username"));
    }

    /** An id is the decimal userId or the {@code _id}. */
    public PersonKey keyOf(String identifier) {
        return switch (this) {
            case EMAIL -> PersonKey.EMAIL;
            case USERNAME -> PersonKey.USERNAME;
            case ID -> identifier.matches(ACCOUNT_ID) ? PersonKey.ID : PersonKey.USER_ID;
        };
    }
}

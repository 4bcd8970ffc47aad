package dev.regulars.web.permission;

import com.fasterxml.jackson.annotation.JsonValue;

/** The rules of {@link MemberPermissions}, in the order in which they are applied; the last one that applies decides. */
public enum Rule {
    /** {@code @all} or a role of the member grants it. */
    ROLE("role"),
    /** No role of the member grants it. */
    NO_ROLE("no_role"),
    /** The owner holds everything. */
    OWNER("owner"),
    /** So does the holder of a role with {@code server_administrator}. */
    ADMINISTRATOR("administrator"),
    /** The channel's overwrite of {@code @all}. */
    CHANNEL_ALL("channel_all"),
    /** The channel's overwrites of the member's other roles: one role that allows it outweighs all that deny it. */
    CHANNEL_ROLE("channel_role"),
    /** The channel's overwrite of the member. */
    CHANNEL_MEMBER("channel_member"),
    /** A suspended member may read only. */
    SUSPENSION("suspension");

    private final String wire;

    Rule(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }
}

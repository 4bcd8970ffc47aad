package dev.regulars.web.caller;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.web.json.WireName;

/** The permissions of keys (contract §1.3). */
public enum Permission implements WireName {
    GET_USER_DATA("getUserData", "Get User Data"),
    GET_USER_STATS("getUserStats", "Get User Stats"),
    CREATE_USER("createUser", "Create User"),
    MANAGE_USER("manageUser", "Delete/ Restore User"),
    BULK_UPDATE_USER("bulkUpdateUser", "Bulk Update User"),
    SEND_MESSAGE("sendMessage", "Send Message"),
    REPLY_MESSAGE("replyMessage", "Reply Message"),
    GET_MESSAGES("getMessages", "Get Messages"),
    USER_FIELDS("userFields", "User Fields"),
    LEADERBOARD("leaderboard", "Leaderboard"),
    STORE("store", "Store"),
    APPEARANCE("appearance", "Appearance"),
    REACT_MESSAGE("reactMessage", "React Message"),
    GET_CHANNELS("getChannels", "Get Channels"),
    BULK_IMPORT_USER("bulkImportUser", "Bulk Import User"),
    ANALYSIS("analysis", "Analysis"),
    STREAKS("streaks", "Streaks"),
    REDEMPTION("redemption", "Redemption"),
    TIERS("tiers", "Tiers"),
    ANALYTICS("analytics", "Analytics"),
    WEBHOOKS("webhooks", "Webhooks"),
    MINI_GAMES("miniGames", "Mini Games"),
    LEDGER("ledger", "Ledger"),
    MEMBERS("members", "Members"),
    WIDGETS("widgets", "Widgets"),
    AUDIT_LOG("auditLog", "Audit Log"),
    /** The last four are for user keys: each acts as its owner. */
    SEND_MESSAGES("sendMessages", "Send Messages"),
    READ_OWN_PROFILE("readOwnProfile", "Read Own Profile"),
    UPDATE_OWN_PROFILE("updateOwnProfile", "Update Own Profile"),
    READ_OWN_MESSAGES("readOwnMessages", "Read Own Messages");

    private final String wire;
    private final String display;

    Permission(String wire, String display) {
        this.wire = wire;
        this.display = display;
    }

    @Override
    @JsonValue
    public String wire() {
        return wire;
    }

    /** The name that people read. */
    public String display() {
        return display;
    }

    /** Whether only keys of users can hold it. */
    public boolean ofUserKeys() {
        return compareTo(SEND_MESSAGES) >= 0;
    }
}

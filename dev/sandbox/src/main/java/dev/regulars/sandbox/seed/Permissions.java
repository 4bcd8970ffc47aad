package dev.regulars.sandbox.seed;

import java.util.List;

/** Every permission that an API key can have. */
final class Permissions {

    static final List<String> ALL = List.of(
            "getUserData",
            "getUserStats",
            "createUser",
            "manageUser",
            "bulkUpdateUser",
            "sendMessage",
            "replyMessage",
            "getMessages",
            "userFields",
            "leaderboard",
            "store",
            "appearance",
            "reactMessage",
            "getChannels",
            "bulkImportUser",
            "analysis",
            "streaks",
            "redemption",
            "tiers",
            "analytics",
            "webhooks",
            "miniGames",
            "ledger",
            "members",
            "widgets",
            "auditLog");

    private Permissions() {}
}

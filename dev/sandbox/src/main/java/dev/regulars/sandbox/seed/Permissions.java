package dev.regulars.sandbox.seed;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;

/** Every permission that an API key can have, and those of roles. */
public final class Permissions {

    public static final List<String> ALL = List.of(
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

    private static final List<String> OF_SERVERS = List.of(
            "server_administrator",
            "allow_dm",
            "create_invite",
            "warn_members",
            "suspend_members",
            "ban_members",
            "broadcast_messages",
            "overwrite_language");
    private static final List<String> OF_CHANNELS = List.of(
            "post_messages",
            "attach_files",
            "allow_mentions",
            "manage_messages",
            "pinable",
            "share_links",
            "share_Attachments");

    private Permissions() {}

    /** A role that lets its members write and invite. */
    public static Map<String, ?> role(String title, int order) {
        return Map.of(
                "class",
                "gold",
                "title",
                title,
                "order",
                order,
                "billable",
                false,
                "server_permissions",
                OF_SERVERS.stream().collect(toMap(name -> name, "create_invite"::equals)),
                "channel_permissions",
                OF_CHANNELS.stream().collect(toMap(name -> name, name -> true)));
    }
}

package dev.regulars.systemtest.sandbox;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;

/** Bodies that create roles. */
public final class RoleRequests {

    private static final List<String> SERVER = List.of(
            "server_administrator",
            "allow_dm",
            "create_invite",
            "warn_members",
            "suspend_members",
            "ban_members",
            "broadcast_messages",
            "overwrite_language");
    private static final List<String> CHANNEL = List.of(
            "post_messages",
            "attach_files",
            "allow_mentions",
            "manage_messages",
            "pinable",
            "share_links",
            "share_Attachments");

    private RoleRequests() {}

    public static Map<String, Object> member(String title, int order) {
        return role(title, order, false);
    }

    public static Map<String, Object> administrator(String title, int order) {
        return role(title, order, true);
    }

    private static Map<String, Object> role(String title, int order, boolean administrator) {
        return Map.of(
                "class",
                "red",
                "title",
                title,
                "order",
                order,
                "billable",
                false,
                "server_permissions",
                SERVER.stream().collect(toMap(name -> name, name -> administrator && name.equals(SERVER.getFirst()))),
                "channel_permissions",
                CHANNEL.stream().collect(toMap(name -> name, name -> false)));
    }
}

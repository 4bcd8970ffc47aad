package dev.regulars.community.role;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A role as answers show it (contract §3.9 row 10).
 *
 * @param serverPermissions every permission that counts outside channels
 * @param channelPermissions every permission that counts in channels
 */
record RoleView(
        String _id,
        int order,
        boolean billable,
        String title,
        String description,
        Map<String, Boolean> serverPermissions,
        Map<String, Boolean> channelPermissions,
        @JsonProperty("class") String colour,
        String serverId,
        Instant createdAt,
        Instant updatedAt,
        int __v) {

    static RoleView of(RoleDocument role) {
        return new RoleView(
                role.id,
                role.order,
                role.billable,
                role.title,
                role.description,
                PermissionFlags.SERVER.show(role.permissions()),
                PermissionFlags.CHANNEL.show(role.permissions()),
                role.colour,
                role.communityId.id(),
                role.createdAt,
                role.updatedAt,
                0);
    }

    static List<RoleView> listOf(List<RoleDocument> roles) {
        return roles.stream().map(RoleView::of).toList();
    }
}

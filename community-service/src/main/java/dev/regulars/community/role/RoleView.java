package dev.regulars.community.role;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A role as answers show it (contract §3.9 row 10).
 *
 * @param serverPermissions every permission that counts outside channels
 * @param channelPermissions every permission that counts in channels
 */
record RoleView(
        String _id,

        @Schema(description = "A role of higher order outranks it")
        int order,

        boolean billable,
        @Schema(description = "With an at-sign") String title,
        String description,

        @Schema(description = "By the name of the permission")
        Map<String, Boolean> serverPermissions,

        @Schema(description = "By the name of the permission")
        Map<String, Boolean> channelPermissions,

        @Schema(description = "CSS class of its colour") @JsonProperty("class")
        String colour,

        @Schema(description = "`_id` of the community") String serverId,
        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "Revision") int __v) {

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

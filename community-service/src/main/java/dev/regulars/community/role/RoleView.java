package dev.regulars.community.role;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.regulars.community.role.permission.PermissionFlags;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A role as answers show it (contract §3.9 row 10). */
@Schema(examples = """
        {"_id": "66b1f2a8a4d3e5f607182940", "order": 5, "billable": false, "title": "Gold", "description": "For regulars",
         "serverPermissions": {"server_administrator": false, "allow_dm": true, "create_invite": true,
           "warn_members": false, "suspend_members": false, "ban_members": false, "kick_members": false,
           "manage_roles": false, "manage_channels": false, "broadcast_messages": false, "overwrite_language": false,
           "overwrite_language_settings": false},
         "channelPermissions": {"view_message_history": true, "post_messages": true, "attach_files": true,
           "allow_mentions": true, "manage_messages": false, "delete_messages": false, "pinable": false,
           "share_links": true, "share_Attachments": true, "post_analysis": false},
         "class": "gold", "serverId": "66b1f0e9a4d3e5f60718293b", "createdAt": "2026-03-10T16:15:50.123Z",
         "updatedAt": "2026-03-10T16:15:50.123Z", "__v": 0}""")
public record RoleView(
        String _id,

        @Schema(description = "A role of higher order outranks it")
        int order,

        @Schema(description = "Kept for the partner; it changes nothing here")
        boolean billable,

        @Schema(description = "With an at-sign") String title,
        String description,

        @Schema(description = "Every permission, by its name")
        Map<String, Boolean> serverPermissions,

        @Schema(description = "Every permission, by its name")
        Map<String, Boolean> channelPermissions,

        @Schema(description = "CSS class of its colour") @JsonProperty("class")
        String colour,

        @Schema(description = "`_id` of the community") String serverId,
        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "Revision") int __v) {

    public static RoleView of(RoleDocument role) {
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
}

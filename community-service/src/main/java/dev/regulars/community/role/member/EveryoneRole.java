package dev.regulars.community.role.member;

import static dev.regulars.web.permission.RolePermission.ALLOW_DM;
import static dev.regulars.web.permission.RolePermission.ALLOW_MENTIONS;
import static dev.regulars.web.permission.RolePermission.ATTACH_FILES;
import static dev.regulars.web.permission.RolePermission.POST_MESSAGES;
import static dev.regulars.web.permission.RolePermission.SHARE_ATTACHMENTS;
import static dev.regulars.web.permission.RolePermission.SHARE_LINKS;
import static dev.regulars.web.permission.RolePermission.VIEW_MESSAGE_HISTORY;

import dev.regulars.community.role.RoleDocument;
import dev.regulars.events.CommunityId;
import dev.regulars.web.permission.RolePermission;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** {@code @all}: what every member may do until somebody decides otherwise. */
final class EveryoneRole {

    private static final List<String> PERMISSIONS = Stream.of(
                    ALLOW_DM,
                    VIEW_MESSAGE_HISTORY,
                    POST_MESSAGES,
                    ATTACH_FILES,
                    ALLOW_MENTIONS,
                    SHARE_LINKS,
                    SHARE_ATTACHMENTS)
            .map(RolePermission::wire)
            .toList();

    private EveryoneRole() {}

    static RoleDocument of(CommunityId community, Instant now) {
        var role = new RoleDocument();
        role.id = community.id();
        role.communityId = community;
        role.title = "@all";
        role.colour = "grey";
        role.description = "";
        role.permissions = PERMISSIONS;
        role.createdAt = now;
        role.updatedAt = now;
        return role;
    }
}

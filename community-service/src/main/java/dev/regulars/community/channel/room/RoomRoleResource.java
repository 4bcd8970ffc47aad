package dev.regulars.community.channel.room;

import static dev.regulars.web.permission.RolePermission.MANAGE_CHANNELS;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Says;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/application/communities/{communityId}/channels/{channelId}/room-roles/{userId}")
@Tag(ref = "Channels")
class RoomRoleResource {

    private final RoomRoles roles;
    private final Once once;

    RoomRoleResource(RoomRoles roles, Once once) {
        this.roles = roles;
        this.once = once;
    }

    @PUT
    @Needs(level = Level.ADMIN, permission = Permission.MEMBERS, role = MANAGE_CHANNELS)
    @Says("Update room roles success.")
    @Operation(
            operationId = "setRoomRoles",
            summary = "Set the roles of a member in a channel, as Rocket.Chat's `users.info` shows them")
    public Uni<RoomRolesBody> set(
            @ObjectId String channelId, @Size(max = 24) String userId, @Valid @NotNull RoomRolesBody wanted) {
        return once.together(RoomRolesBody.class, tx -> roles.set(tx, channelId, userId, wanted));
    }
}

package dev.regulars.community.channel.overwrite;

import static dev.regulars.web.permission.RolePermission.MANAGE_CHANNELS;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Says;
import dev.regulars.web.operation.Shows;
import dev.regulars.web.permission.Overwrite.Target;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/application/communities/{communityId}/channels/{channelId}/overwrites")
@Needs(level = Level.ADMIN, permission = Permission.MEMBERS, role = MANAGE_CHANNELS)
@Tag(ref = "Channels")
class OverwriteResource {

    private final ChannelOverwrites overwrites;
    private final Once once;

    OverwriteResource(ChannelOverwrites overwrites, Once once) {
        this.overwrites = overwrites;
        this.once = once;
    }

    @GET
    @Says("Get overwrites success.")
    @Operation(summary = "List what a channel changes for roles and members")
    public Uni<List<OverwriteView>> list(@ObjectId String channelId) {
        return once.read(tx -> overwrites.list(tx, channelId));
    }

    @PUT
    @Path("/role/{roleId}")
    @Says("Update overwrite success.")
    @Operation(operationId = "setRoleOverwrite", summary = "Set what a channel changes for a role")
    public Uni<OverwriteView> setRole(
            @ObjectId String channelId, @ObjectId String roleId, @Valid @NotNull OverwriteBody overwrite) {
        return once.together(OverwriteView.class, tx -> overwrites.set(tx, channelId, Target.ROLE, roleId, overwrite));
    }

    @PUT
    @Path("/user/{userId}")
    @Says("Update overwrite success.")
    @Operation(operationId = "setUserOverwrite", summary = "Set what a channel changes for a member")
    public Uni<OverwriteView> setUser(
            @ObjectId String channelId, @Size(max = 24) String userId, @Valid @NotNull OverwriteBody overwrite) {
        return once.together(OverwriteView.class, tx -> overwrites.set(tx, channelId, Target.USER, userId, overwrite));
    }

    @DELETE
    @Path("/role/{roleId}")
    @Says("Delete overwrite success.")
    @Shows("{\"allow\": [], \"deny\": []}")
    @Operation(operationId = "deleteRoleOverwrite", summary = "Change nothing for a role any more")
    public Uni<OverwriteView> deleteRole(@ObjectId String channelId, @ObjectId String roleId) {
        return once.together(OverwriteView.class, tx -> overwrites.remove(tx, channelId, Target.ROLE, roleId));
    }

    @DELETE
    @Path("/user/{userId}")
    @Says("Delete overwrite success.")
    @Shows("{\"allow\": [], \"deny\": []}")
    @Operation(operationId = "deleteUserOverwrite", summary = "Change nothing for a member any more")
    public Uni<OverwriteView> deleteUser(@ObjectId String channelId, @Size(max = 24) String userId) {
        return once.together(OverwriteView.class, tx -> overwrites.remove(tx, channelId, Target.USER, userId));
    }
}

package dev.regulars.community.invite;

import dev.regulars.community.member.JoinedView;
import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Joining is for strangers, so the path's community is named otherwise than one that must be the caller's own. */
@Path("/application/communities/{serverId}/join")
@Tag(ref = "Members")
class JoinResource {

    /** How to join. */
    @Schema(examples = """
            {}""")
    record JoinRequest(
            @Schema(description = "Needed where the community is not open") @Size(min = 1, max = 64) @Nullable
            String inviteCode) {}

    private final Invites invites;
    private final Once once;

    JoinResource(Invites invites, Once once) {
        this.invites = invites;
        this.once = once;
    }

    @POST
    @Needs(level = Level.APPLICATION, userKey = Permission.UPDATE_OWN_PROFILE)
    @Says("Join community success.")
    @Refuses(kind = Kind.NOT_FOUND, when = "There is no such community")
    @Refuses(kind = Kind.CONFLICT, when = "The invite is used up or expired, or the account is banned")
    @Operation(operationId = "joinCommunity", summary = "Join a community, freely or by an invite")
    public Uni<JoinedView> join(
            @ObjectId String serverId, @RequestBody(required = false) @Valid @Nullable JoinRequest request) {
        return once.together(
                JoinedView.class, tx -> invites.join(tx, serverId, request == null ? null : request.inviteCode()));
    }
}

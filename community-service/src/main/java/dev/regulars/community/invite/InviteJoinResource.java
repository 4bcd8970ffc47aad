package dev.regulars.community.invite;

import dev.regulars.community.member.JoinedView;
import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.refusal.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/application/invites/{code}/join")
@Tag(ref = "Invites")
class InviteJoinResource {

    private final Invites invites;
    private final Once once;

    InviteJoinResource(Invites invites, Once once) {
        this.invites = invites;
        this.once = once;
    }

    @POST
    @Needs(level = Level.APPLICATION)
    @Says("Join community success.")
    @Refuses(kind = Kind.NOT_FOUND, when = "There is no such invite")
    @Refuses(kind = Kind.CONFLICT, when = "The invite is used up or expired, or the account is banned")
    @Operation(operationId = "joinByInvite", summary = "Join a community by an invite")
    public Uni<JoinedView> join(@Size(max = 64) String code) {
        return once.together(JoinedView.class, tx -> invites.join(tx, code));
    }
}

package dev.regulars.community.member;

import dev.regulars.community.member.Visits.VisitView;
import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.refusal.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/application/communities/{communityId}")
@Tag(name = "Members", description = "Joining, leaving, visiting")
class MemberResource {

    private final Members members;
    private final Visits visits;
    private final Once once;
    private final Caller caller;

    MemberResource(Members members, Visits visits, Once once, Caller caller) {
        this.members = members;
        this.visits = visits;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @Path("/leave")
    @Needs(level = Level.MEMBER, userKey = Permission.UPDATE_OWN_PROFILE)
    @Says("Leave community success.")
    @Refuses(kind = Kind.CONFLICT, when = "The caller owns the community")
    @Operation(operationId = "leaveCommunity", summary = "Leave a community")
    public Uni<LeftView> leave() {
        return once.together(LeftView.class, members::leave);
    }

    @POST
    @Path("/visits")
    @Needs(level = Level.MEMBER, userKey = Permission.UPDATE_OWN_PROFILE)
    @Says("Create visit success.")
    @Operation(operationId = "visitCommunity", summary = "Count a visit, at most one in each window")
    public Uni<VisitView> visit() {
        String account = caller.accountId();
        return once.perform(VisitView.class, tx -> visits.visit(tx, account));
    }
}

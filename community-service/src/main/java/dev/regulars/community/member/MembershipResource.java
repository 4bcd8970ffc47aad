package dev.regulars.community.member;

import static dev.regulars.web.refusal.Kind.CONFLICT;
import static dev.regulars.web.refusal.Kind.MISUSED_KEY;
import static dev.regulars.web.refusal.Kind.NOT_FOUND;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Refuses;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

@Path("/internal/memberships")
class MembershipResource {

    private final Members members;
    private final Once once;
    private final Caller caller;

    MembershipResource(Members members, Once once, Caller caller) {
        this.members = members;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @Needs(service = true)
    @Operation(summary = "Make an account a member; once, however often it is asked for")
    @Refuses(kind = NOT_FOUND, when = "There is no such community")
    public Uni<MembershipView> join(@Valid @NotNull JoinMemberRequest joining) {
        return members.join(
                caller.community(joining.communityId()), joining.accountId(), joining.userId(), joining.accessLevel());
    }

    @POST
    @Path("/standing")
    @Needs(service = true)
    @Operation(summary = "End a membership, or bring back one that had ended")
    @Refuses(kind = NOT_FOUND, when = "The account never was in that community")
    @Refuses(kind = CONFLICT, when = "The account owns the community")
    @Refuses(kind = MISUSED_KEY, when = "The key is of another call")
    public Uni<MembershipView> set(@Valid @NotNull MembershipStatusRequest wanted) {
        return once.request()
                .in(caller.community(wanted.communityId()))
                .as(wanted.caller())
                .under(wanted.key())
                .together(MembershipView.class, tx -> members.set(tx, wanted));
    }

    @POST
    @Path("/access-level")
    @Needs(service = true)
    @Operation(summary = "Keep another access level with a membership")
    @Refuses(kind = NOT_FOUND, when = "The account is no member")
    public Uni<MembershipView> setAccessLevel(@Valid @NotNull AccessLevelRequest wanted) {
        return members.setAccessLevel(caller.community(wanted.communityId()), wanted.accountId(), wanted.accessLevel());
    }

    @GET
    @Path("/export/{communityId}")
    @Needs(service = true)
    @Operation(operationId = "exportMemberships", summary = "Read all memberships of a community, part by part")
    public Uni<MembershipView.Export> export(String communityId, @QueryParam("after") @Nullable String after) {
        return members.export(caller.community(communityId), after);
    }

    @GET
    @Path("/{communityId}/{accountId}")
    @Needs(service = true)
    @Operation(summary = "What an account is to a community")
    public Uni<MembershipView> read(String communityId, String accountId) {
        return members.membership(caller.community(communityId), accountId);
    }
}

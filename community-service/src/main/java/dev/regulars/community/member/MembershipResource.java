package dev.regulars.community.member;

import dev.regulars.eventing.once.Call;
import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Needs;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;

@Path("/internal/memberships")
class MembershipResource {

    private final Members members;
    private final Once once;

    MembershipResource(Members members, Once once) {
        this.members = members;
        this.once = once;
    }

    @POST
    @Needs(service = true)
    @Operation(summary = "Make an account a member; once, however often it is asked for")
    @Extension(name = "x-refuses-404", value = "There is no such community")
    public Uni<MembershipView> join(@Valid @NotNull Joining joining) {
        return members.join(joining.communityId(), joining.accountId(), joining.accessLevel());
    }

    @POST
    @Path("/standing")
    @Needs(service = true)
    @Operation(summary = "End a membership, or bring back one that had ended")
    @Extension(name = "x-refuses-404", value = "The account never was in that community")
    @Extension(name = "x-refuses-409", value = "The account owns the community")
    @Extension(name = "x-refuses-422", value = "The key is of another call")
    public Uni<MembershipView> set(@Valid @NotNull Standing wanted) {
        var call = new Call(wanted.communityId(), wanted.caller(), "set membership", wanted.key(), wanted);
        return once.perform(call, MembershipView.class, tx -> members.set(tx, wanted));
    }

    @GET
    @Path("/{communityId}/{accountId}")
    @Needs(service = true)
    @Operation(summary = "What an account is to a community")
    public Uni<MembershipView> read(String communityId, String accountId) {
        return members.membership(communityId, accountId);
    }
}

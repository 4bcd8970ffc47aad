package dev.regulars.community.member;

import dev.regulars.platform.caller.Needs;
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

    MembershipResource(Members members) {
        this.members = members;
    }

    @POST
    @Needs(service = true)
    @Operation(summary = "Make an account a member; once, however often it is asked for")
    @Extension(name = "x-refuses-404", value = "There is no such community")
    public Uni<MembershipView> join(@Valid @NotNull Joining joining) {
        return members.join(joining.communityId(), joining.accountId(), joining.accessLevel());
    }

    @GET
    @Path("/{communityId}/{accountId}")
    @Needs(service = true)
    @Operation(summary = "What an account is to a community")
    public Uni<MembershipView> read(String communityId, String accountId) {
        return members.membership(communityId, accountId);
    }
}

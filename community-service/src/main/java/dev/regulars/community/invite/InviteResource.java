package dev.regulars.community.invite;

import static dev.regulars.web.permission.RolePermission.CREATE_INVITE;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Says;
import dev.regulars.web.page.ByCursor;
import dev.regulars.web.page.Page;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/application/communities/{communityId}/invites")
@Needs(level = Level.ADMIN, permission = Permission.MEMBERS, role = CREATE_INVITE)
@Tag(name = "Invites", description = "Codes that let people into a community")
class InviteResource {

    private final Invites invites;
    private final Once once;

    InviteResource(Invites invites, Once once) {
        this.invites = invites;
        this.once = once;
    }

    @GET
    @Says("Get invites success.")
    @Operation(summary = "List invites, the newest first")
    public Uni<Page<InviteView>> list(@Valid @BeanParam ByCursor page) {
        return once.read(tx -> invites.page(tx, page.request()));
    }

    @POST
    @ResponseStatus(201)
    @Says("Create invite success.")
    @Operation(summary = "Create an invite")
    public Uni<InviteView> create(@Valid @NotNull NewInvite invite) {
        return once.together(InviteView.class, tx -> invites.create(tx, invite));
    }

    @DELETE
    @Path("/{code}")
    @Says("Delete invite success.")
    @Operation(summary = "Delete an invite")
    public Uni<InviteView> delete(@Size(max = 64) String code) {
        return once.together(InviteView.class, tx -> invites.delete(tx, code));
    }
}

package dev.regulars.community.role;

import static dev.regulars.web.permission.RolePermission.MANAGE_ROLES;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Deleted;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/system/roles")
@Needs(level = Level.ADMIN, systemKey = true, role = MANAGE_ROLES)
@Tag(name = "Roles", description = "What members of a community may do")
class RoleResource {

    private final Roles roles;
    private final Once once;

    RoleResource(Roles roles, Once once) {
        this.roles = roles;
        this.once = once;
    }

    @POST
    @Says("Role has been created successfully")
    @Refuses(kind = Kind.CONFLICT, when = "The community has 250 roles")
    @Operation(summary = "Create a role")
    public Uni<RoleView> create(@Valid @NotNull RoleBody role) {
        return once.together(RoleView.class, tx -> roles.create(tx, role));
    }

    @PUT
    @Path("/{id}")
    @Says("Role has been updated successfully")
    @Operation(summary = "Update a role")
    public Uni<RoleView> update(@ObjectId String id, @Valid @NotNull RoleBody role) {
        return once.together(RoleView.class, tx -> roles.update(tx, id, role));
    }

    @DELETE
    @Path("/{id}")
    @Says("Role has been deleted successfully")
    @Refuses(kind = Kind.CONFLICT, when = "The role is @all")
    @Operation(summary = "Delete a role; its members lose it")
    public Uni<Deleted> delete(@ObjectId String id) {
        return once.together(Deleted.class, tx -> roles.delete(tx, id));
    }

    @GET
    @Says("Roles fetched successfully")
    @Operation(summary = "List the roles of the caller's community")
    public Uni<List<RoleView>> list() {
        return once.read(roles::list);
    }
}

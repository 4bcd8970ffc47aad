package dev.regulars.community.role;

import static dev.regulars.web.permission.RolePermission.MANAGE_ROLES;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
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
@Tag(name = "Roles", description = "What members of a community may do")
class RoleResource {

    private final Roles roles;
    private final Once once;
    private final Caller caller;

    RoleResource(Roles roles, Once once, Caller caller) {
        this.roles = roles;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @Needs(level = Level.ADMIN, systemKey = true, role = MANAGE_ROLES)
    @Says("Role has been created successfully")
    @Refuses(kind = Kind.CONFLICT, when = "The community has 250 roles")
    @Operation(summary = "Create a role")
    public Uni<RoleView> create(@Valid @NotNull RoleBody role) {
        return once.together(RoleView.class, tx -> roles.create(tx, role));
    }

    @PUT
    @Path("/{id}")
    @Needs(level = Level.ADMIN, systemKey = true, role = MANAGE_ROLES)
    @Says("Role has been updated successfully")
    @Operation(summary = "Update a role")
    public Uni<RoleView> update(@ObjectId String id, @Valid @NotNull RoleBody role) {
        return once.together(RoleView.class, tx -> roles.update(tx, id, role));
    }

    @DELETE
    @Path("/{id}")
    @Needs(level = Level.ADMIN, systemKey = true, role = MANAGE_ROLES)
    @Says("Role has been deleted successfully")
    @Refuses(kind = Kind.CONFLICT, when = "The role is @all")
    @Operation(summary = "Delete a role; its members lose it")
    public Uni<DeletedRole> delete(@ObjectId String id) {
        return once.together(DeletedRole.class, tx -> roles.delete(tx, id));
    }

    @GET
    @Needs(level = Level.ADMIN, systemKey = true, role = MANAGE_ROLES)
    @Says("Roles fetched successfully")
    @Operation(summary = "List the roles of the caller's community")
    public Uni<List<RoleView>> list() {
        return roles.list(caller.community());
    }
}

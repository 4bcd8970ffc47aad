package dev.regulars.community.role;

import static dev.regulars.web.permission.RolePermission.MANAGE_ROLES;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Says;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/system/servers/{communityId}/roles")
@Tag(ref = "Roles")
class ServerRoleResource {

    private final Roles roles;
    private final Once once;

    ServerRoleResource(Roles roles, Once once) {
        this.roles = roles;
        this.once = once;
    }

    @GET
    @Needs(level = Level.ADMIN, systemKey = true, role = MANAGE_ROLES)
    @Says("Roles fetched successfully")
    @Operation(operationId = "listServerRoles", summary = "List the roles of a community")
    public Uni<List<RoleView>> list() {
        return once.read(roles::list);
    }
}

package dev.regulars.community.role.member;

import static dev.regulars.web.permission.RolePermission.MANAGE_ROLES;

import dev.regulars.community.role.RoleView;
import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/system/roles")
@Needs(level = Level.ADMIN, systemKey = true, role = MANAGE_ROLES)
@Tag(ref = "Roles")
class MemberRoleResource {

    /**
     * A member.
     *
     * @param userId the decimal one, or the account's {@code _id}
     */
    @Schema(examples = """
            {"userId": "43"}""")
    record RoleMember(
            @Schema(description = "Decimal userId or `_id`") @NotBlank @Size(max = 24)
            String userId) {}

    private final MemberRoles roles;
    private final Once once;

    MemberRoleResource(MemberRoles roles, Once once) {
        this.roles = roles;
        this.once = once;
    }

    @GET
    @Path("/{id}")
    @Says("User roles fetched successfully")
    @Operation(operationId = "listUserRoles", summary = "List the roles of a user")
    public Uni<RoleView[]> list(@Size(max = 24) @Parameter(description = "Decimal userId or _id") String id) {
        return once.read(tx -> roles.of(tx, id));
    }

    @POST
    @Path("/{id}/add")
    @Says("Role has been added successfully")
    @Refuses(kind = Kind.CONFLICT, when = "The role is @all")
    @Operation(operationId = "addUserRole", summary = "Add a role to a user")
    public Uni<RoleView[]> add(@ObjectId String id, @Valid @NotNull RoleMember member) {
        return once.together(RoleView[].class, tx -> roles.add(tx, id, member.userId()));
    }

    @POST
    @Path("/{id}/remove")
    @Says("Role has been removed successfully")
    @Refuses(kind = Kind.CONFLICT, when = "The role is @all")
    @Operation(operationId = "removeUserRole", summary = "Remove a role from a user")
    public Uni<RoleView[]> remove(@ObjectId String id, @Valid @NotNull RoleMember member) {
        return once.together(RoleView[].class, tx -> roles.remove(tx, id, member.userId()));
    }
}

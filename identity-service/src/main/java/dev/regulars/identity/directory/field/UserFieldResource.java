package dev.regulars.identity.directory.field;

import static dev.regulars.web.caller.Level.ADMIN;
import static dev.regulars.web.caller.Permission.USER_FIELDS;
import static dev.regulars.web.refusal.Kind.CONFLICT;

import dev.regulars.eventing.once.Once;
import dev.regulars.identity.directory.field.value.ConvertValues;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.operation.Shows;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/application/communities/{communityId}/user-fields")
@Needs(level = ADMIN, permission = USER_FIELDS)
@Tag(name = "User Fields", description = "What a community knows of its members: default and custom fields")
class UserFieldResource {

    private final UserFields fields;
    private final ConvertValues conversion;
    private final Once once;

    UserFieldResource(UserFields fields, ConvertValues conversion, Once once) {
        this.fields = fields;
        this.conversion = conversion;
        this.once = once;
    }

    @POST
    @ResponseStatus(201)
    @Says("Create user field successful")
    @Refuses(kind = CONFLICT, when = "Another field has this name, or the community has 200 fields")
    @Operation(operationId = "createUserField", summary = "Create a custom field")
    public Uni<CreateUserFieldResponse> create(@Valid @NotNull NewUserField field) {
        return once.together(CreateUserFieldResponse.class, tx -> fields.create(tx, field));
    }

    @GET
    @Says("Get user fields success.")
    @Operation(operationId = "listUserFields", summary = "List default and custom fields")
    public Uni<List<UserFieldResponse>> list() {
        return once.read(fields::list);
    }

    @GET
    @Path("/{fieldId}")
    @Says("Get user field success.")
    @Operation(operationId = "readUserField", summary = "Read a default or custom field")
    public Uni<UserFieldResponse> get(@ObjectId String fieldId) {
        return once.read(tx -> fields.get(tx, fieldId));
    }

    @PUT
    @Path("/{fieldId}")
    @Says("Updated user field")
    @Refuses(
            kind = CONFLICT,
            when = "Values of members do not fit, another field has this name, or it is a default field")
    @Operation(
            operationId = "updateUserField",
            summary = "Change a custom field",
            description =
                    "With `dryRun=true` nothing is changed: `data` is then `{fit, misfit, examples}`, which values of "
                            + "members would fit. Stored values are converted to the new type.")
    @Shows(UserFieldResponse.EXAMPLE)
    public Uni<Object> update(
            @ObjectId String fieldId,
            @Parameter(description = "Whether only to count which values would fit") @QueryParam("dryRun") @Nullable
                    Boolean dryRun,
            @Valid @NotNull UpdateUserFieldPayload field) {
        return Boolean.TRUE.equals(dryRun)
                ? once.read(tx -> fields.tryOut(tx, fieldId, field)).map(report -> report)
                : once.together(UserFieldResponse.class, tx -> fields.update(tx, fieldId, field))
                        .invoke(conversion::wake)
                        .map(updated -> updated);
    }

    @DELETE
    @Path("/{fieldId}")
    @Says("Deleted user field")
    @Refuses(kind = CONFLICT, when = "It is a default field")
    @Operation(
            operationId = "deleteUserField",
            summary = "Delete a custom field",
            description = "Its values and histories are kept, and its name may be used again.")
    public Uni<UserFieldResponse> delete(@ObjectId String fieldId) {
        return once.together(UserFieldResponse.class, tx -> fields.delete(tx, fieldId));
    }
}

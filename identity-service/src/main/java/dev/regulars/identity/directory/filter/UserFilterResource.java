package dev.regulars.identity.directory.filter;

import static dev.regulars.web.caller.Level.ADMIN;
import static dev.regulars.web.caller.Permission.GET_USER_DATA;

import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.IgnoresIdempotencyKey;
import dev.regulars.web.operation.Says;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/integration/users/filter")
@Tag(ref = "Users")
class UserFilterResource {

    private final UserFilter users;
    private final Caller caller;

    UserFilterResource(UserFilter users, Caller caller) {
        this.users = users;
        this.caller = caller;
    }

    @POST
    @Needs(level = ADMIN, permission = GET_USER_DATA)
    @Says("")
    @Operation(operationId = "filterUsers", summary = "Find members by their fields, 200 at a time")
    @IgnoresIdempotencyKey("It changes nothing")
    public Uni<FilteredUsers> find(@Valid @NotNull FilterRequest request) {
        return users.find(caller.community(), request);
    }
}

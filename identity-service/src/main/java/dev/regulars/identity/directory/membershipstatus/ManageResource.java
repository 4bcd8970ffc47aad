package dev.regulars.identity.directory.membershipstatus;

import static dev.regulars.web.caller.Level.ADMIN;
import static dev.regulars.web.caller.Permission.MANAGE_USER;
import static dev.regulars.web.refusal.Kind.CONFLICT;

import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.call.CurrentOperation;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/integration/users/manage")
@Tag(ref = "Users")
class ManageResource {

    private final ManageUser users;
    private final Caller caller;
    private final CurrentOperation operation;

    ManageResource(ManageUser users, Caller caller, CurrentOperation operation) {
        this.users = users;
        this.caller = caller;
        this.operation = operation;
    }

    @POST
    @Needs(level = ADMIN, permission = MANAGE_USER)
    @Operation(
            operationId = "manageUser",
            summary = "End a user's membership, or restore an ended one with all that belongs to it")
    @Refuses(kind = CONFLICT, when = "The user owns the community")
    public Uni<ManageView> manage(@Valid @NotNull ManageRequest request) {
        return users.manage(caller.community(), caller.id(), operation.call(), request)
                .replaceWith(ManageView.of(request));
    }
}

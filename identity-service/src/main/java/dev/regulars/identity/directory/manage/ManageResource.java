package dev.regulars.identity.directory.manage;

import static dev.regulars.web.refusal.Kind.CONFLICT;

import dev.regulars.eventing.once.Call;
import dev.regulars.eventing.once.Once;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.CallerChanged.Scope;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.http.GatewayHeaders;
import dev.regulars.web.operation.Refuses;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/integration/users/manage")
@Tag(ref = "Users")
class ManageResource {

    private final ManageUser users;
    private final Caller caller;

    ManageResource(ManageUser users, Caller caller) {
        this.users = users;
        this.caller = caller;
    }

    @POST
    @Needs(level = Level.ADMIN, permission = Permission.MANAGE_USER)
    @Operation(operationId = "manageUser", summary = "End a user's membership, or bring back all of one that had ended")
    @Refuses(kind = CONFLICT, when = "The user owns the community")
    public Uni<ManageView> manage(
            @Valid @NotNull ManageRequest order,
            @HeaderParam(Once.HEADER) @Nullable String key,
            @Context HttpServerResponse answer) {
        String community = caller.communityId();
        var call = new Call(community, caller.id(), "manage user", key, order);
        return users.manage(call, order)
                .invoke(account -> answer.putHeader(
                        GatewayHeaders.CALLER_CHANGED, CallerChanged.tag(Scope.MEMBERSHIP, community, account)))
                .replaceWith(ManageView.of(order));
    }
}

package dev.regulars.identity.accounts.key;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.PATH;

import dev.regulars.eventing.once.Call;
import dev.regulars.eventing.once.Once;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.family.ApplicationReply;
import dev.regulars.web.http.GatewayHeaders;
import dev.regulars.web.operation.Says;
import dev.regulars.web.operation.Shows;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/application/communities/{communityId}/api-keys")
@Tag(name = "Keys", description = "What partner systems show to be let in")
class KeyResource {

    private static final String ID = "[0-9a-fA-F]{24}";
    private static final String ID_SHAPE = "must be 24 hex digits";
    private static final String COMMUNITY = "66b1f0e9a4d3e5f60718293b";

    private final Keys keys;
    private final Once once;
    private final Caller caller;

    KeyResource(Keys keys, Once once, Caller caller) {
        this.keys = keys;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @Needs(level = Level.ADMIN)
    @Operation(operationId = "createApiKey", summary = "Make an API key; it is shown this once")
    @Parameter(name = "communityId", in = PATH, description = "_id of the community", example = COMMUNITY)
    @Says("Create API key success.")
    @Shows("""
            {"key": "c8c61f2a4c44f7671aa3f9cfe1ee152ab10392edd8116c77bbd4bb127eba8ca2"}""")
    public Uni<ApplicationReply<KeyView>> create(
            @PathParam("communityId") @Pattern(regexp = ID, message = ID_SHAPE) String communityId,
            @Valid @NotNull NewKey key,
            @HeaderParam(Once.HEADER) @Nullable String repeat) {
        String community = caller.communityId(communityId);
        String account = caller.accountId();
        String user = caller.userId();
        var call = new Call(community, account, "create key", repeat, key);
        return once.perform(call, KeyView.class, KeyView::masked, tx -> keys.create(tx, key, community, account, user))
                .map(view -> ApplicationReply.created("Create API key success.", view));
    }

    @DELETE
    @Path("/{apiKeyId}")
    @Needs(level = Level.ADMIN)
    @Operation(operationId = "deleteApiKey", summary = "Delete an API key; it is refused from the next call on")
    @Parameter(name = "communityId", in = PATH, description = "_id of the community", example = COMMUNITY)
    @Parameter(name = "apiKeyId", in = PATH, description = "_id of the key", example = "66b1f11da4d3e5f60718293c")
    @Says("Delete API key success.")
    public Uni<ApplicationReply<KeyView>> delete(
            @PathParam("communityId") @Pattern(regexp = ID, message = ID_SHAPE) String communityId,
            @PathParam("apiKeyId") @Pattern(regexp = ID, message = ID_SHAPE) String apiKeyId,
            @HeaderParam(Once.HEADER) @Nullable String repeat,
            @Context HttpServerResponse answer) {
        String community = caller.communityId(communityId);
        var call = new Call(community, caller.accountId(), "delete key", repeat, apiKeyId);
        return once.perform(call, KeyView.class, tx -> keys.delete(tx, community, apiKeyId))
                .invoke(gone -> answer.putHeader(
                        GatewayHeaders.CALLER_CHANGED,
                        CallerChanged.tag(CallerChanged.Scope.CREDENTIAL, null, gone._id())))
                .map(view -> ApplicationReply.ok("Delete API key success.", view));
    }
}

package dev.regulars.webhook.incoming.hook;

import static dev.regulars.web.refusal.Kind.CONFLICT;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.operation.Shows;
import dev.regulars.web.validation.ObjectId;
import dev.regulars.webhook.incoming.hook.IncomingRotations.ApiKeyRotation;
import dev.regulars.webhook.incoming.hook.IncomingRotations.IncomingKeyRotation;
import dev.regulars.webhook.incoming.hook.IncomingRotations.RotatedApiKey;
import dev.regulars.webhook.incoming.hook.IncomingRotations.RotatedIncomingKey;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/application/incoming-webhooks")
@Tag(name = "Incoming webhooks", description = "URLs that take calls of partners' systems")
class IncomingHookResource {

    private static final String ID = "`_id` of the incoming webhook";

    private final IncomingHooks hooks;
    private final Once once;
    private final Caller caller;

    IncomingHookResource(IncomingHooks hooks, Once once, Caller caller) {
        this.hooks = hooks;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @Needs(level = Level.ADMIN, permission = Permission.WEBHOOKS)
    @Says("Create incoming webhook success.")
    @Operation(
            operationId = "createIncomingWebhook",
            summary = "Create an incoming webhook. Secrets are returned only once")
    @Refuses(kind = CONFLICT, when = "The community has as many incoming webhooks as it may have")
    @Shows("""
            {"apiKey": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
             "aesKey": "ZOvkXS_9pEd6BfC3MF2OQfRIy9Yd3KD0"}""")
    public Uni<IncomingHookView> create(@Valid @NotNull NewIncomingHook hook) {
        return once.perform(IncomingHookView.class, () -> hooks.draft(hook), hooks::create);
    }

    @GET
    @Needs(level = Level.ADMIN, permission = Permission.WEBHOOKS)
    @Says("Read incoming webhooks success.")
    @Operation(
            operationId = "listIncomingWebhooks",
            summary = "List the incoming webhooks of the community, newest first")
    public Uni<List<IncomingHookView>> list() {
        return hooks.list(caller.community());
    }

    @GET
    @Path("/{id}")
    @Needs(level = Level.ADMIN, permission = Permission.WEBHOOKS)
    @Says("Read incoming webhook success.")
    @Operation(operationId = "getIncomingWebhook", summary = "Get an incoming webhook")
    public Uni<IncomingHookView> read(@Parameter(description = ID) @ObjectId String id) {
        return hooks.byId(caller.community(), id);
    }

    @PUT
    @Path("/{id}")
    @Needs(level = Level.ADMIN, permission = Permission.WEBHOOKS)
    @Says("Update incoming webhook success.")
    @Operation(operationId = "updateIncomingWebhook", summary = "Replace the settings of an incoming webhook")
    public Uni<IncomingHookView> update(
            @Parameter(description = ID) @ObjectId String id, @Valid @NotNull NewIncomingHook hook) {
        return once.perform(IncomingHookView.class, tx -> hooks.update(tx, id, hook));
    }

    @DELETE
    @Path("/{id}")
    @Needs(level = Level.ADMIN, permission = Permission.WEBHOOKS)
    @Says("Delete incoming webhook success.")
    @Operation(operationId = "deleteIncomingWebhook", summary = "Delete an incoming webhook")
    public Uni<IncomingHookView> delete(@Parameter(description = ID) @ObjectId String id) {
        return once.perform(IncomingHookView.class, tx -> hooks.delete(tx, id));
    }

    @POST
    @Path("/{id}/rotate-api-key")
    @Needs(level = Level.ADMIN, permission = Permission.WEBHOOKS)
    @Says("Rotate incoming webhook API key success.")
    @Operation(
            operationId = "rotateIncomingWebhookApiKey",
            summary = "Replace the key of the calls. The key is returned only once")
    @Shows("""
            {"apiKey": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
             "previousApiKeyExpiresAt": "2026-03-11T16:15:50.123Z"}""")
    public Uni<RotatedApiKey> rotateApiKey(
            @Parameter(description = ID) @ObjectId String id,
            @RequestBody(required = false) @Valid @Nullable ApiKeyRotation rotation) {
        var overlap = IncomingRotations.overlap(rotation == null ? null : rotation.overlapHours());
        return once.perform(RotatedApiKey.class, tx -> hooks.rotateApiKey(tx, id, overlap));
    }

    @POST
    @Path("/{id}/rotate-key")
    @Needs(level = Level.ADMIN, permission = Permission.WEBHOOKS)
    @Says("Rotate incoming webhook key success.")
    @Refuses(kind = CONFLICT, when = "The webhook has no encryption")
    @Operation(
            operationId = "rotateIncomingWebhookKey",
            summary = "Replace the key of the encryption. A generated key is returned only once")
    @Shows("""
            {"keyId": "50c49c0e6e067c8e", "previousKeyExpiresAt": "2026-03-11T16:15:50.123Z",
             "aesKey": "ZOvkXS_9pEd6BfC3MF2OQfRIy9Yd3KD0"}""")
    public Uni<RotatedIncomingKey> rotateKey(
            @Parameter(description = ID) @ObjectId String id,
            @RequestBody(required = false) @Valid @Nullable IncomingKeyRotation rotation) {
        var wanted = rotation == null ? new IncomingKeyRotation(null, null) : rotation;
        var overlap = IncomingRotations.overlap(wanted.overlapHours());
        return once.perform(RotatedIncomingKey.class, tx -> hooks.rotateKey(tx, id, wanted.aesKey(), overlap));
    }
}

package dev.regulars.webhook.subscription.api;

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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/application/webhooks")
@Tag(name = "Webhooks", description = "Outgoing webhooks of a community")
class WebhookResource {

    private static final String ID = "`_id` of the webhook";

    private final Subscriptions subscriptions;
    private final Once once;
    private final Caller caller;

    WebhookResource(Subscriptions subscriptions, Once once, Caller caller) {
        this.subscriptions = subscriptions;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @Needs(level = Level.ADMIN, permission = Permission.WEBHOOKS)
    @Says("Create webhook success.")
    @Operation(summary = "Create a webhook. Secrets are returned only once")
    @Refuses(kind = CONFLICT, when = "The community has as many webhooks as it may have")
    @Shows("""
            {"verification": "pending", "nextVerificationAt": "2026-03-10T16:15:50.123Z", "updatedAt": "2026-03-10T16:15:50.123Z",
             "secret": "whsec_TJXnBRyUhP5q7GB87SJQ0xHtlRhMhW62l57Z6174k2Q=", "aesKey": "ZOvkXS_9pEd6BfC3MF2OQfRIy9Yd3KD0"}""")
    public Uni<WebhookView> create(@Valid @NotNull NewWebhook webhook) {
        return once.perform(WebhookView.class, () -> subscriptions.draft(webhook), subscriptions::create);
    }

    @GET
    @Needs(level = Level.ADMIN, permission = Permission.WEBHOOKS)
    @Says("Read webhooks success.")
    @Operation(summary = "List the webhooks of the community, newest first")
    public Uni<List<WebhookView>> list() {
        return subscriptions.list(caller.community());
    }

    @GET
    @Path("/{id}")
    @Needs(level = Level.ADMIN, permission = Permission.WEBHOOKS)
    @Says("Read webhook success.")
    @Operation(summary = "Get a webhook")
    public Uni<WebhookView> read(@Parameter(description = ID) @ObjectId String id) {
        return subscriptions.byId(caller.community(), id);
    }

    @PUT
    @Path("/{id}")
    @Needs(level = Level.ADMIN, permission = Permission.WEBHOOKS)
    @Says("Update webhook success.")
    @Operation(summary = "Replace the settings of a webhook. Another URL is challenged again")
    public Uni<WebhookView> update(
            @Parameter(description = ID) @ObjectId String id, @Valid @NotNull NewWebhook webhook) {
        return once.perform(WebhookView.class, tx -> subscriptions.update(tx, id, webhook));
    }

    @POST
    @Path("/{id}/pause")
    @Needs(level = Level.ADMIN, permission = Permission.WEBHOOKS)
    @Says("Pause webhook success.")
    @Operation(summary = "Hold the deliveries of a webhook until it is resumed. None is lost")
    @Shows("""
            {"pausedAt": "2026-03-10T16:15:51.456Z"}""")
    public Uni<WebhookView> pause(@Parameter(description = ID) @ObjectId String id) {
        return once.perform(WebhookView.class, tx -> subscriptions.pause(tx, id));
    }

    @POST
    @Path("/{id}/resume")
    @Needs(level = Level.ADMIN, permission = Permission.WEBHOOKS)
    @Says("Resume webhook success.")
    @Operation(summary = "Send the deliveries of a paused webhook")
    public Uni<WebhookView> resume(@Parameter(description = ID) @ObjectId String id) {
        return once.perform(WebhookView.class, tx -> subscriptions.resume(tx, id));
    }

    @POST
    @Path("/{id}/challenge")
    @Needs(level = Level.ADMIN, permission = Permission.WEBHOOKS)
    @Says("Challenge webhook success.")
    @Operation(summary = "Verify the endpoint of a webhook at once")
    @Shows("""
            {"verification": "pending", "nextVerificationAt": "2026-03-10T16:15:51.456Z"}""")
    public Uni<WebhookView> challenge(@Parameter(description = ID) @ObjectId String id) {
        return once.perform(WebhookView.class, tx -> subscriptions.challenge(tx, id));
    }

    @DELETE
    @Path("/{id}")
    @Needs(level = Level.ADMIN, permission = Permission.WEBHOOKS)
    @Says("Delete webhook success.")
    @Operation(summary = "Delete a webhook and drop its open deliveries")
    public Uni<WebhookView> delete(@Parameter(description = ID) @ObjectId String id) {
        return once.perform(WebhookView.class, tx -> subscriptions.delete(tx, id));
    }
}

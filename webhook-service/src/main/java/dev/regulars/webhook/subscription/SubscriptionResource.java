package dev.regulars.webhook.subscription;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.PATH;

import dev.regulars.eventing.once.Call;
import dev.regulars.eventing.once.Once;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.family.ApplicationReply;
import dev.regulars.web.operation.Says;
import dev.regulars.web.operation.Shows;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/application/webhooks")
@Tag(name = "Webhooks", description = "Outgoing webhooks of a community")
class SubscriptionResource {

    private static final String ID = "[0-9a-fA-F]{24}";
    private static final String ID_MESSAGE = "must be 24 hex digits";
    private static final String WEBHOOK = "66b1f1a3a4d3e5f60718293e";

    private final Subscriptions subscriptions;
    private final Caller caller;
    private final Once once;
    private final Outbox outbox;

    SubscriptionResource(Subscriptions subscriptions, Caller caller, Once once, Outbox outbox) {
        this.subscriptions = subscriptions;
        this.caller = caller;
        this.once = once;
        this.outbox = outbox;
    }

    @POST
    @ResponseStatus(201)
    @Needs(level = Level.ADMIN, permission = Permission.WEBHOOKS)
    @Operation(operationId = "createWebhook", summary = "Create a webhook. Secrets are returned only once")
    @Says("Create webhook success.")
    @Shows("""
            {"verification": "pending", "updatedAt": "2026-03-10T16:15:50.123Z",
             "secret": "whsec_TJXnBRyUhP5q7GB87SJQ0xHtlRhMhW62l57Z6174k2Q=", "aesKey": "ZOvkXS_9pEd6BfC3MF2OQfRIy9Yd3KD0"}""")
    public Uni<ApplicationReply<SubscriptionView>> create(
            @Valid @NotNull NewSubscription request, @HeaderParam(Once.HEADER) @Nullable String key) {
        String community = caller.communityId();
        var call = new Call(community, caller.id(), "create webhook", key, request.withoutKey());
        return subscriptions
                .draft(request, community)
                .chain(draft -> once.perform(
                        call, SubscriptionView.class, SubscriptionView::masked, tx -> subscriptions.create(tx, draft)))
                .map(view -> ApplicationReply.created("Create webhook success.", view));
    }

    @GET
    @Needs(level = Level.ADMIN, permission = Permission.WEBHOOKS)
    @Operation(operationId = "listWebhooks", summary = "List the webhooks of the community, newest first")
    @Says("Read webhooks success.")
    public Uni<ApplicationReply<List<SubscriptionView>>> list() {
        return subscriptions
                .list(caller.communityId())
                .map(views -> ApplicationReply.ok("Read webhooks success.", views));
    }

    @GET
    @Path("/{id}")
    @Needs(level = Level.ADMIN, permission = Permission.WEBHOOKS)
    @Operation(operationId = "readWebhook", summary = "Get a webhook")
    @Parameter(name = "id", in = PATH, description = "_id of the webhook", example = WEBHOOK)
    @Says("Read webhook success.")
    public Uni<ApplicationReply<SubscriptionView>> read(
            @PathParam("id") @Pattern(regexp = ID, message = ID_MESSAGE) String id) {
        return subscriptions
                .byId(outbox.alone(), caller.communityId(), id)
                .map(view -> ApplicationReply.ok("Read webhook success.", view));
    }

    @DELETE
    @Path("/{id}")
    @Needs(level = Level.ADMIN, permission = Permission.WEBHOOKS)
    @Operation(operationId = "deleteWebhook", summary = "Delete a webhook and drop its open deliveries")
    @Parameter(name = "id", in = PATH, description = "_id of the webhook", example = WEBHOOK)
    @Says("Delete webhook success.")
    public Uni<ApplicationReply<SubscriptionView>> delete(
            @PathParam("id") @Pattern(regexp = ID, message = ID_MESSAGE) String id,
            @HeaderParam(Once.HEADER) @Nullable String key) {
        String community = caller.communityId();
        var call = new Call(community, caller.id(), "delete webhook", key, id);
        return once.perform(call, SubscriptionView.class, tx -> subscriptions.delete(tx, community, id))
                .map(view -> ApplicationReply.ok("Delete webhook success.", view));
    }
}

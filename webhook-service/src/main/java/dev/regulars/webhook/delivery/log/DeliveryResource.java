package dev.regulars.webhook.delivery.log;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.operation.Shows;
import dev.regulars.web.page.ByCursor;
import dev.regulars.web.page.Page;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/application/webhooks/{id}/deliveries")
@Tag(name = "Webhooks")
class DeliveryResource {

    private static final String ID = "`_id` of the webhook";
    private static final String DELIVERY = "`_id` of the delivery, which is its `webhook-id`";
    private static final int LONGEST_ID = 100;

    private final Deliveries deliveries;
    private final Once once;
    private final Caller caller;

    DeliveryResource(Deliveries deliveries, Once once, Caller caller) {
        this.deliveries = deliveries;
        this.once = once;
        this.caller = caller;
    }

    @GET
    @Needs(level = Level.ADMIN, permission = Permission.WEBHOOKS)
    @Says("Read deliveries success.")
    @Operation(operationId = "listWebhookDeliveries", summary = "List the deliveries of a webhook, newest first")
    public Uni<Page<DeliveryView>> list(
            @Parameter(description = ID) @ObjectId String id,
            @Valid @BeanParam DeliveryQuery query,
            @Valid @BeanParam ByCursor page) {
        return deliveries.page(caller.community(), id, query.query(), page.request());
    }

    @GET
    @Path("/{deliveryId}")
    @Needs(level = Level.ADMIN, permission = Permission.WEBHOOKS)
    @Says("Read delivery success.")
    @Operation(operationId = "getWebhookDelivery", summary = "Get a delivery with the log of its attempts")
    @Shows("""
            {"log": [{"at": "2026-03-10T16:15:51.456Z", "ms": 43,
                      "request": {"method": "POST", "url": "https://crm.example.com/hooks",
                                  "headers": {"webhook-signature": "***", "webhook-timestamp": "1773159351"}},
                      "responseStatus": 204, "responseHeaders": {"server": "nginx"}, "responseBody": "",
                      "reason": "The endpoint answered 204"}]}""")
    public Uni<DeliveryView> read(
            @Parameter(description = ID) @ObjectId String id,
            @Parameter(description = DELIVERY) @Size(max = LONGEST_ID) String deliveryId) {
        return deliveries.byId(caller.community(), id, deliveryId);
    }

    @POST
    @Path("/{deliveryId}/replay")
    @ResponseStatus(202)
    @Needs(level = Level.ADMIN, permission = Permission.WEBHOOKS)
    @Says("Replay delivery success.")
    @Refuses(kind = Kind.CONFLICT, when = "The delivery is still open, or its body is no longer kept")
    @Operation(operationId = "replayWebhookDelivery", summary = "Send a delivery again, under the same `webhook-id`")
    @Shows("""
            {"state": "open", "reason": "Waiting to be sent again", "attempts": 0,
             "nextAttemptAt": "2026-03-10T16:20:00.000Z"}""")
    public Uni<DeliveryView> replay(
            @Parameter(description = ID) @ObjectId String id,
            @Parameter(description = DELIVERY) @Size(max = LONGEST_ID) String deliveryId) {
        return once.perform(DeliveryView.class, tx -> deliveries.replay(tx, id, deliveryId));
    }
}

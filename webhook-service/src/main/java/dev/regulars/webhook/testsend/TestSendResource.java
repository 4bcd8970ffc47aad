package dev.regulars.webhook.testsend;

import static dev.regulars.web.refusal.Refusal.orNotFound;
import static dev.regulars.webhook.WebhookError.EVENT_UNKNOWN;

import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.IgnoresIdempotencyKey;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.validation.ObjectId;
import dev.regulars.webhook.delivery.log.AttemptView;
import dev.regulars.webhook.payload.Payloads;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/application/webhooks/{id}/test")
@Tag(name = "Webhooks")
class TestSendResource {

    /** Which sample to send. */
    @Schema(examples = "{\"event\": \"user_join_server\"}")
    record TestEvent(
            @Schema(description = "Name of an event, of the catalogue") @NotBlank
            String event) {}

    private final TestSends sends;
    private final Caller caller;

    TestSendResource(TestSends sends, Caller caller) {
        this.sends = sends;
        this.caller = caller;
    }

    @POST
    @Needs(level = Level.ADMIN, permission = Permission.WEBHOOKS)
    @IgnoresIdempotencyKey("Each call sends a sample")
    @Says("Test webhook success.")
    @Refuses(kind = Kind.CONFLICT, when = "The endpoint is not verified")
    @Operation(
            operationId = "testWebhook",
            summary = "Send the sample of an event to the endpoint, at once, and answer what came back")
    public Uni<AttemptView> send(
            @Parameter(description = "`_id` of the webhook") @ObjectId String id, @Valid @NotNull TestEvent test) {
        if (!Payloads.names().contains(test.event())) {
            throw EVENT_UNKNOWN.because("event " + test.event());
        }
        return sends.send(caller.community(), id, test.event()).plug(orNotFound("webhook", id));
    }
}

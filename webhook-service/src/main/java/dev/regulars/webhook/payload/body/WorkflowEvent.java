package dev.regulars.webhook.payload.body;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.regulars.events.webhook.WebhookEvent.WorkflowEventReceived;
import dev.regulars.web.operation.OutgoingWebhook;
import dev.regulars.webhook.payload.Facts;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Body of a delivery of {@code workflow_event} (contract 4.4). */
@OutgoingWebhook(
        event = "workflow_event",
        summary = "A workflow webhook received an event",
        description = "Sent once for each event that an incoming webhook with the action workflow took")
@Schema(name = "WorkflowEvent", examples = """
        {"event": "workflow_event", "serverId": "66b1f0e9a4d3e5f60718293b", "timestamp": "2026-03-10T16:15:50.123Z",
         "data": {"webhookId": "66b1f1a3a4d3e5f607182943", "eventType": "user.registered",
                  "payload": {"eventType": "user.registered", "customerId": "C-17", "email": "ben@example.com"}}}""")
public record WorkflowEvent(
        String event,

        @Schema(description = "`_id` of the community") String serverId,

        @Schema(description = "When it came in") Instant timestamp,

        Received data) {

    /** What came in. */
    @Schema(name = "WorkflowEventData")
    public record Received(
            @Schema(description = "`_id` of the incoming webhook")
            String webhookId,

            @Schema(description = "As the sender calls it") String eventType,

            @JsonRawValue @Schema(description = "The event as it was sent", implementation = Object.class)
            String payload) {}

    public static WorkflowEvent of(WorkflowEventReceived received, Instant at, Facts facts) {
        var data = new Received(received.webhookId(), received.eventType(), received.payload());
        return new WorkflowEvent("workflow_event", received.communityId(), at, data);
    }
}

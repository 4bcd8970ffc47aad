package dev.regulars.events.webhook;

import dev.regulars.events.EventType;
import dev.regulars.events.Subject;
import dev.regulars.events.TenantEvent;

/** The events of webhook-service, on topic {@code webhook.events}. */
public sealed interface WebhookEvent extends TenantEvent {

    /**
     * A workflow webhook received an event of a partner's system. {@code payload} is the JSON object as it was sent, since rules
     * and partners decide by its members.
     */
    @EventType("webhook.workflow-event.received.v1")
    record WorkflowEventReceived(
            String communityId, String webhookId, @Subject String receiptId, String eventType, String payload)
            implements WebhookEvent {}
}

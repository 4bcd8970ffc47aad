package dev.regulars.webhook.payload.body;

import dev.regulars.events.messaging.MessagingEvent.MessageSent;
import dev.regulars.web.operation.OutgoingWebhook;
import dev.regulars.webhook.payload.Facts;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Body of a delivery of {@code new_message} (contract 4.1). */
@OutgoingWebhook(
        event = "new_message",
        summary = "A message was posted anywhere",
        description = "Sent for each message in any channel, replies and messages in forums included")
@Schema(name = "NewMessage", examples = """
        {"event": "new_message", "serverId": "66b1f0e9a4d3e5f60718293b", "timestamp": "2026-03-10T16:15:50.123Z",
         "data": {"id": "66b1f1a3a4d3e5f607182941", "message": "Hello", "images": [],
                  "user": {"user_id": "43", "email": "ben@example.com"},
                  "channel": {"channel_id": "66b1f1a3a4d3e5f607182940", "name": "General"},
                  "timestamp": "2026-03-10T16:15:50.123Z"}}""")
public record NewMessage(
        String event,

        @Schema(description = "`_id` of the community") String serverId,

        @Schema(description = "When it happened") Instant timestamp,

        PostedMessage data) {

    public static NewMessage of(MessageSent sent, Instant at, Facts facts) {
        return new NewMessage("new_message", sent.communityId(), at, PostedMessage.of(sent, facts));
    }
}

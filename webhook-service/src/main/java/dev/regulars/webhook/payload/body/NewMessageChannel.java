package dev.regulars.webhook.payload.body;

import dev.regulars.events.messaging.MessagingEvent.MessageSent;
import dev.regulars.web.operation.OutgoingWebhook;
import dev.regulars.webhook.payload.Facts;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Body of a delivery of {@code new_message_channel} (contract 4.1). */
@OutgoingWebhook(
        event = "new_message_channel",
        summary = "A message was posted in a chosen channel",
        description = "Sent for each message in one of the channels in channelIds")
@Schema(name = "NewMessageChannel", examples = """
        {"event": "new_message_channel", "serverId": "66b1f0e9a4d3e5f60718293b", "timestamp": "2026-03-10T16:15:50.123Z",
         "data": {"id": "66b1f1a3a4d3e5f607182941", "message": "Hello", "images": [],
                  "user": {"user_id": "43", "email": "ben@example.com"},
                  "channel": {"channel_id": "66b1f1a3a4d3e5f607182940", "name": "General"},
                  "timestamp": "2026-03-10T16:15:50.123Z"}}""")
public record NewMessageChannel(
        String event,

        @Schema(description = "`_id` of the community") String serverId,

        @Schema(description = "When it happened") Instant timestamp,

        PostedMessage data) {

    public static NewMessageChannel of(MessageSent sent, Instant at, Facts facts) {
        return new NewMessageChannel("new_message_channel", sent.communityId(), at, PostedMessage.of(sent, facts));
    }
}

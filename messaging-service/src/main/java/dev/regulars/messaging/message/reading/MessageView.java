package dev.regulars.messaging.message.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.messaging.message.MessageAnalysis;
import dev.regulars.messaging.message.MessageDocument;
import dev.regulars.messaging.message.view.MessageAuthor;
import dev.regulars.messaging.message.view.MessageChannel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A message as the Integration API lists it (contract §3.3.4). */
@Schema(examples = """
        {"id": "66b1f2c3a4d3e5f607182951", "message": "Hello!", "images": [],
         "user": {"user_id": "42", "email": "ana@example.com"},
         "channel": {"channel_id": "66b1f2c3a4d3e5f607182941", "name": "General"},
         "timestamp": "2026-03-10T16:15:50.123Z"}""")
record MessageView(
        String id,

        @Schema(description = "The text; empty where there are images only")
        String message,

        @Schema(description = "Addresses of images") List<String> images,
        MessageAuthor user,
        MessageChannel channel,
        Instant timestamp,

        @Schema(description = "`_id` of the topic, in a forum") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String forum_topic_id,

        @Schema(description = "Only where the message shows a chart analysis")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        MessageAnalysis analysis) {

    /** @param images as they are shown */
    static MessageView of(
            MessageDocument message, List<String> images, String channelName, Map<String, String> emails) {
        return new MessageView(
                message.id,
                message.text,
                images,
                new MessageAuthor(message.userId, emails.get(message.senderId)),
                new MessageChannel(message.channelId, channelName),
                message.sentAt,
                message.topicId,
                message.analysis);
    }
}

package dev.regulars.messaging.message.view;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.messaging.message.Emojis;
import dev.regulars.messaging.message.MessageAnalysis;
import dev.regulars.messaging.message.MessageDocument;
import dev.regulars.messaging.message.MessageDocument.Reaction;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A message with its place in the channel and all that became of it (contract §3.17). */
@Schema(name = "Message", examples = """
        {"id": "66b1f2c3a4d3e5f607182951", "message": "Hello!", "images": [], "user": {"user_id": "42", "email": "ana@example.com"},
         "channel": {"channel_id": "66b1f2c3a4d3e5f607182941", "name": "General"},
         "timestamp": "2026-03-10T16:15:50.123Z", "seq": 1099511627813,
         "reactions": [{"emoji": ":tada:", "total": 2}]}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageDetails(
        String id,

        @Schema(description = "The text; empty where there are images only, or the message was deleted")
        String message,

        @Schema(description = "Addresses of images") List<String> images,
        MessageAuthor user,
        MessageChannel channel,
        Instant timestamp,

        @Schema(description = "`_id` of the topic, in a forum") @Nullable
        String forum_topic_id,

        @Schema(
                description =
                        "The place of its latest change in the channel's order; absent for the moment before it has one")
        @Nullable
        Long seq,

        @Schema(description = "The message that this replies to") @Nullable
        String reply_to,

        @Schema(description = "How many reacted in which way")
        List<ReactionTotal> reactions,

        @Schema(description = "When it was last changed") @Nullable
        Instant edited_at,

        @Schema(description = "When it was deleted") @Nullable
        Instant deleted_at,

        @Schema(description = "Only where the message shows a chart analysis") @Nullable
        MessageAnalysis analysis) {

    /** How many reacted with one emoji. */
    public record ReactionTotal(String emoji, long total) {}

    /**
     * @param images as they are shown
     * @param seq absent where it has no place yet
     */
    public static MessageDetails of(
            MessageDocument message,
            List<String> images,
            String channelName,
            Map<String, String> emails,
            @Nullable Long seq) {
        return new MessageDetails(
                message.id,
                message.text,
                images,
                new MessageAuthor(message.userId, emails.get(message.senderId)),
                new MessageChannel(message.channelId, channelName),
                message.sentAt,
                message.topicId,
                seq,
                message.replyTo,
                totals(message.reactions),
                message.editedAt,
                message.deletedAt,
                message.analysis);
    }

    /** In the order in which they first came. */
    private static List<ReactionTotal> totals(List<Reaction> reactions) {
        return reactions.stream()
                .collect(groupingBy(Reaction::emoji, LinkedHashMap::new, counting()))
                .entrySet()
                .stream()
                .map(one -> new ReactionTotal(Emojis.shortcode(one.getKey()), one.getValue()))
                .toList();
    }
}

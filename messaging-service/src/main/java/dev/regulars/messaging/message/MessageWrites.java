package dev.regulars.messaging.message;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.messaging.MessagingEvent.MessageDeleted;
import dev.regulars.events.messaging.MessagingEvent.MessageEdited;
import dev.regulars.events.messaging.MessagingEvent.MessageReacted;
import dev.regulars.events.messaging.MessagingEvent.MessageUnreacted;
import dev.regulars.messaging.message.MessageDocument.Reaction;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changes a message that was sent. Each answers nothing where the message was deleted meanwhile. */
public final class MessageWrites {

    /** There when five thousand have reacted. */
    private static final String FULL = "reactions.4999";

    private MessageWrites() {}

    public static Uni<@Nullable MessageDocument> edit(
            Tx tx, MessageDocument message, String text, List<String> images, List<String> mediaIds, Instant now) {
        return MessageDocument.change(tx, message.communityId, message.id)
                .by(combine(set("text", text), set("images", images), set("mediaIds", mediaIds), set("editedAt", now)))
                .emitting(edited(message, now));
    }

    /** Nothing also where a newer state of the analysis is shown. */
    public static Uni<@Nullable MessageDocument> showAnalysis(
            Tx tx, MessageDocument message, MessageAnalysis analysis, Version source, Instant now) {
        return MessageDocument.change(tx, message.communityId, message.id)
                .when(source.newerThan("analysisSource"))
                .by(combine(
                        set("analysis", analysis),
                        set("analysisSource", source),
                        set("text", analysis.text()),
                        set("editedAt", now)))
                .emitting(edited(message, now));
    }

    private static MessageEdited edited(MessageDocument message, Instant now) {
        return new MessageEdited(
                message.communityId.id(), message.channelId, message.id, message.senderId, message.userId, now);
    }

    public static Uni<@Nullable MessageDocument> delete(Tx tx, MessageDocument message, Instant now) {
        return MessageDocument.change(tx, message.communityId, message.id)
                .by(combine(
                        set("text", ""),
                        set("images", List.of()),
                        set("reactions", List.of()),
                        set("analysis", null),
                        set("deletedAt", now)))
                .emitting(new MessageDeleted(
                        message.communityId.id(),
                        message.channelId,
                        message.id,
                        message.senderId,
                        message.userId,
                        now));
    }

    /** Nothing also where the sender had reacted so before, or too many have. */
    public static Uni<@Nullable MessageDocument> react(
            Tx tx, MessageDocument message, String accountId, String userId, String emoji, Instant now) {
        var reaction = new Reaction(emoji, accountId);
        return MessageDocument.change(tx, message.communityId, message.id)
                .when(and(MessageDocument.notReactedBy(reaction), exists(FULL, false)))
                .by(push("reactions", reaction))
                .emitting(new MessageReacted(
                        message.communityId.id(),
                        message.channelId,
                        message.id,
                        message.senderId,
                        accountId,
                        userId,
                        Emojis.shortcode(emoji),
                        now));
    }

    /** Nothing also where there is no such reaction. */
    public static Uni<@Nullable MessageDocument> unreact(
            Tx tx, MessageDocument message, String accountId, String userId, String emoji, Instant now) {
        var reaction = new Reaction(emoji, accountId);
        return MessageDocument.change(tx, message.communityId, message.id)
                .when(MessageDocument.reactedBy(reaction))
                .by(pull("reactions", and(eq("emoji", emoji), eq("accountId", accountId))))
                .emitting(new MessageUnreacted(
                        message.communityId.id(),
                        message.channelId,
                        message.id,
                        message.senderId,
                        accountId,
                        userId,
                        Emojis.shortcode(emoji),
                        now));
    }
}

package dev.regulars.events.messaging;

import dev.regulars.events.EventType;
import dev.regulars.events.Subject;
import dev.regulars.events.TenantEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of messaging-service, on topic {@code messaging.events}. Their key is the channel, so that the order of the log is
 * the order of the channel. Persons are named by account and by the decimal {@code userId}.
 */
public sealed interface MessagingEvent extends TenantEvent {

    String channelId();

    @Override
    default String key() {
        return communityId() + ":" + channelId();
    }

    /**
     * A message was sent, or a reply to one ({@code replyTo}). In a forum {@code forumTopicId} is its topic. The text is empty
     * where there are images only.
     */
    @EventType("messaging.message.sent.v1")
    record MessageSent(
            String communityId,
            String channelId,
            @Subject String messageId,
            String accountId,
            String userId,
            String text,
            List<String> images,
            @Nullable String replyTo,
            @Nullable String forumTopicId,
            MessageSource source,
            Instant sentAt)
            implements MessagingEvent {}

    /** A message has another text or other images. */
    @EventType("messaging.message.edited.v1")
    record MessageEdited(
            String communityId,
            String channelId,
            @Subject String messageId,
            String accountId,
            String userId,
            Instant editedAt)
            implements MessagingEvent {}

    /** A message is gone; replies to it stay. {@code accountId} is its author's. */
    @EventType("messaging.message.deleted.v1")
    record MessageDeleted(
            String communityId,
            String channelId,
            @Subject String messageId,
            String accountId,
            String userId,
            Instant deletedAt)
            implements MessagingEvent {}

    /** {@code accountId} reacted to a message of {@code authorId}; the emoji is a shortcode such as {@code :tada:}. */
    @EventType("messaging.message.reacted.v1")
    record MessageReacted(
            String communityId,
            String channelId,
            @Subject String messageId,
            String authorId,
            String accountId,
            String userId,
            String emoji,
            Instant reactedAt)
            implements MessagingEvent {}

    /** {@code accountId} took a reaction back. */
    @EventType("messaging.message.unreacted.v1")
    record MessageUnreacted(
            String communityId,
            String channelId,
            @Subject String messageId,
            String authorId,
            String accountId,
            String userId,
            String emoji,
            Instant unreactedAt)
            implements MessagingEvent {}
}

package dev.regulars.messaging.message.sending;

import static dev.regulars.messaging.MessagingError.NOT_A_FORUM;
import static dev.regulars.messaging.MessagingError.REACTION_LIMIT;
import static dev.regulars.messaging.MessagingError.TOPIC_MISSING;
import static dev.regulars.web.permission.RolePermission.ATTACH_FILES;
import static dev.regulars.web.permission.RolePermission.POST_MESSAGES;
import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.messaging.community.ChannelDocument;
import dev.regulars.messaging.community.ChannelMember;
import dev.regulars.messaging.community.Channels;
import dev.regulars.messaging.community.Viewer;
import dev.regulars.messaging.message.Emojis;
import dev.regulars.messaging.message.MessageDocument;
import dev.regulars.messaging.message.MessageWrites;
import dev.regulars.messaging.message.forum.ForumTopics;
import dev.regulars.messaging.message.sending.Senders.Sender;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Sends messages and reacts to them, as far as the sender may. */
@ApplicationScoped
class Messages {

    private final Channels channels;
    private final Senders senders;
    private final ForumTopics topics;
    private final MessageStore store;
    private final Outbox outbox;
    private final Clock clock;

    Messages(Channels channels, Senders senders, ForumTopics topics, MessageStore store, Outbox outbox, Clock clock) {
        this.channels = channels;
        this.senders = senders;
        this.topics = topics;
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<MessageDocument> send(Viewer viewer, SendMessageRequest request, @Nullable String key) {
        MessageContent content = MessageContent.of(request.message(), request.images());
        return senders.of(viewer, request.sender())
                .chain(sender -> channels.find(viewer.community(), request.channelId())
                        .invoke(channel -> viewer.checkChannel(channel.id))
                        .call(channel -> checkMaySend(sender, channel, content))
                        .call(channel -> checkTopic(channel, request.forumTopicId()))
                        .chain(channel -> store.send(
                                viewer,
                                new NewMessage(
                                        channel,
                                        sender,
                                        content,
                                        null,
                                        request.forumTopicId(),
                                        clientKey(request.clientMessageId(), key)))));
    }

    /** In the channel of the message, and in its topic. */
    Uni<MessageDocument> reply(Viewer viewer, ReplyMessageRequest request, @Nullable String key) {
        MessageContent content = MessageContent.of(request.message(), request.images());
        return senders.of(viewer, request.sender()).chain(sender -> find(viewer, request.messageId())
                .chain(parent -> channels.find(viewer.community(), parent.channelId)
                        .invoke(channel -> viewer.checkChannel(channel.id))
                        .call(channel -> checkMaySend(sender, channel, content))
                        .chain(channel -> store.send(
                                viewer,
                                new NewMessage(
                                        channel,
                                        sender,
                                        content,
                                        parent.id,
                                        parent.topicId,
                                        clientKey(request.clientMessageId(), key))))));
    }

    /** To react again changes nothing. */
    Uni<MessageDocument> react(Viewer viewer, ReactMessageRequest request) {
        String emoji = Emojis.name(request.emoji());
        return senders.of(viewer, request.sender()).chain(sender -> find(viewer, request.messageId())
                .call(message -> member(viewer, sender, message).invoke(ChannelMember::checkActive))
                .chain(message -> MessageWrites.react(
                                outbox.alone(), message, sender.accountId(), sender.userId(), emoji, clock.instant())
                        .chain(after -> after != null
                                ? Uni.createFrom().item(after)
                                : reactedBefore(viewer, sender, message.id, emoji))));
    }

    private Uni<MessageDocument> reactedBefore(Viewer viewer, Sender sender, String id, String emoji) {
        return find(viewer, id).invoke(message -> {
            var reaction = new MessageDocument.Reaction(emoji, sender.accountId());
            if (!message.reactions.contains(reaction)) {
                throw REACTION_LIMIT.because(message.id);
            }
        });
    }

    /** A reaction needs a message that its author sees. */
    private Uni<ChannelMember> member(Viewer viewer, Sender sender, MessageDocument message) {
        return channels.find(viewer.community(), message.channelId)
                .invoke(channel -> viewer.checkChannel(channel.id))
                .chain(channel -> channels.member(viewer.community(), sender.accountId())
                        .invoke(member -> member.checkSees(channel)));
    }

    private Uni<MessageDocument> find(Viewer viewer, String id) {
        return MessageDocument.find(outbox.alone(), viewer.community(), id).plug(orNotFound("message", id));
    }

    private Uni<Void> checkMaySend(Sender sender, ChannelDocument channel, MessageContent content) {
        return channels.member(channel.communityId, sender.accountId())
                .invoke(member -> member.check(POST_MESSAGES, channel))
                .invoke(member -> {
                    if (!content.images().isEmpty()) {
                        member.check(ATTACH_FILES, channel);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> checkTopic(ChannelDocument channel, @Nullable String topicId) {
        if (!channel.isForum()) {
            if (topicId != null) {
                throw NOT_A_FORUM.because(channel.id);
            }
            return Uni.createFrom().voidItem();
        }
        if (topicId == null) {
            throw TOPIC_MISSING.because(channel.id);
        }
        return topics.check(channel, topicId);
    }

    private static @Nullable String clientKey(@Nullable String inBody, @Nullable String inHeader) {
        return inBody == null ? inHeader : inBody;
    }
}

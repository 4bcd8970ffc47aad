package dev.regulars.messaging.message.forum;

import static dev.regulars.messaging.MessagingError.CHANNEL_IS_NO_FORUM;
import static dev.regulars.web.permission.RolePermission.ATTACH_FILES;
import static dev.regulars.web.permission.RolePermission.POST_MESSAGES;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.messaging.community.ChannelDocument;
import dev.regulars.messaging.community.Channels;
import dev.regulars.messaging.community.Viewer;
import dev.regulars.messaging.message.MessageDocument;
import dev.regulars.messaging.message.MessageQuery;
import dev.regulars.messaging.message.sending.MessageContent;
import dev.regulars.messaging.message.sending.MessageStore;
import dev.regulars.messaging.message.sending.NewMessage;
import dev.regulars.messaging.message.sending.Senders;
import dev.regulars.messaging.message.sending.Senders.Sender;
import dev.regulars.messaging.message.view.Emails;
import dev.regulars.messaging.message.view.MessageAuthor;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import dev.regulars.web.value.Ids;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Topics of forums: whoever may post in the forum may begin one. */
@ApplicationScoped
class Topics {

    private static final int AT_ONCE = 8;

    /** A topic that may be begun. */
    record Draft(
            ChannelDocument channel,
            Sender sender,
            @Nullable MessageContent first) {}

    private final Channels channels;
    private final Senders senders;
    private final MessageStore store;
    private final Emails emails;
    private final Outbox outbox;
    private final Clock clock;

    Topics(Channels channels, Senders senders, MessageStore store, Emails emails, Outbox outbox, Clock clock) {
        this.channels = channels;
        this.senders = senders;
        this.store = store;
        this.emails = emails;
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<Draft> draft(Viewer viewer, String channelId, NewTopic topic) {
        MessageContent first = topic.hasMessage() ? MessageContent.of(topic.message(), topic.images()) : null;
        return senders.of(viewer, topic.sender()).chain(sender -> channels.find(viewer.community(), channelId)
                .invoke(channel -> viewer.checkChannel(channel.id))
                .call(channel -> channels.member(viewer.community(), sender.accountId())
                        .invoke(member -> member.check(POST_MESSAGES, channel))
                        .invoke(member -> {
                            if (first != null && !first.images().isEmpty()) {
                                member.check(ATTACH_FILES, channel);
                            }
                        }))
                .invoke(Topics::checkIsForum)
                .map(channel -> new Draft(channel, sender, first)));
    }

    /** With its first message: both or neither. */
    Uni<TopicView> create(Tx tx, Viewer viewer, Draft draft, String title) {
        var topic = new TopicDocument();
        topic.id = Ids.next();
        topic.communityId = viewer.community();
        topic.channelId = draft.channel().id;
        topic.title = title;
        topic.accountId = draft.sender().accountId();
        topic.userId = draft.sender().userId();
        topic.createdAt = clock.instant();
        MessageContent first = draft.first();
        Uni<@Nullable Instant> sentAt = first == null
                ? Uni.createFrom().nullItem()
                : store.send(
                                tx,
                                MessageStore.source(viewer),
                                new NewMessage(draft.channel(), draft.sender(), first, null, topic.id, null))
                        .map(message -> message.sentAt);
        return topic.create(tx).chain(() -> sentAt).chain(at -> emails.seenBy(viewer, topic.accountId)
                .map(known -> view(topic, known, at == null ? 0 : 1, at)));
    }

    /** The newest first. */
    Uni<TopicView.Listed> list(Viewer viewer, String channelId, PageRequest page) {
        return channels.visible(viewer, channelId)
                .invoke(Topics::checkIsForum)
                .chain(channel -> TopicDocument.page(outbox.alone(), viewer.community(), channelId, page))
                .chain(topics -> emails.seenBy(
                                viewer,
                                topics.items().stream()
                                        .map(topic -> topic.accountId)
                                        .toList())
                        .chain(known -> views(topics, known)))
                .map(views -> new TopicView.Listed(views.items(), views.nextCursor()));
    }

    private Uni<Page<TopicView>> views(Page<TopicDocument> topics, Map<String, String> emails) {
        return Multi.createFrom()
                .iterable(topics.items())
                .onItem()
                .transformToUni(topic -> counted(topic, emails))
                .merge(AT_ONCE)
                .collect()
                .asMap(TopicView::_id)
                .map(byId -> topics.map(topic -> byId.get(topic.id)));
    }

    private Uni<TopicView> counted(TopicDocument topic, Map<String, String> emails) {
        Tx tx = outbox.alone();
        var itsMessages = new MessageQuery(List.of(topic.channelId), null, null, topic.id, List.of());
        return MessageDocument.newest(tx, topic.communityId, itsMessages, 1)
                .chain(newest -> newest.isEmpty()
                        ? Uni.createFrom().item(view(topic, emails, 0, null))
                        : MessageDocument.count(tx, topic.communityId, itsMessages)
                                .map(total -> view(topic, emails, total, newest.getFirst().sentAt)));
    }

    private static TopicView view(
            TopicDocument topic, Map<String, String> emails, long total, @Nullable Instant lastMessageAt) {
        return new TopicView(
                topic.id,
                topic.channelId,
                topic.title,
                new MessageAuthor(topic.userId, emails.get(topic.accountId)),
                total,
                topic.createdAt,
                lastMessageAt);
    }

    private static void checkIsForum(ChannelDocument channel) {
        if (!channel.isForum()) {
            throw CHANNEL_IS_NO_FORUM.because(channel.id + " is " + channel.channelType);
        }
    }
}

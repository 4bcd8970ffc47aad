package dev.regulars.messaging.message.editing;

import static dev.regulars.messaging.MessagingError.ANALYSIS_MESSAGE;
import static dev.regulars.web.permission.RolePermission.DELETE_MESSAGES;
import static dev.regulars.web.permission.RolePermission.MANAGE_MESSAGES;
import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.messaging.community.ChannelDocument;
import dev.regulars.messaging.community.ChannelMember;
import dev.regulars.messaging.community.Channels;
import dev.regulars.messaging.community.Viewer;
import dev.regulars.messaging.log.ChannelLog;
import dev.regulars.messaging.message.Emojis;
import dev.regulars.messaging.message.MessageDocument;
import dev.regulars.messaging.message.MessageWrites;
import dev.regulars.messaging.message.image.MessageImages;
import dev.regulars.messaging.message.sending.MessageContent;
import dev.regulars.messaging.message.sending.Senders;
import dev.regulars.messaging.message.sending.Senders.Sender;
import dev.regulars.messaging.message.view.Emails;
import dev.regulars.messaging.message.view.MessageDetails;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes messages that were sent: their author may, and moderators may delete. */
@ApplicationScoped
class MessageChanges {

    /** What a change needs to know before it is made. */
    record Draft(MessageDocument message, ChannelDocument channel, Sender sender, ChannelMember member) {

        boolean isOwn() {
            return message.senderId.equals(sender.accountId());
        }
    }

    private final Channels channels;
    private final Senders senders;
    private final ChannelLog log;
    private final Emails emails;
    private final MessageImages images;
    private final Outbox outbox;
    private final Clock clock;

    MessageChanges(
            Channels channels,
            Senders senders,
            ChannelLog log,
            Emails emails,
            MessageImages images,
            Outbox outbox,
            Clock clock) {
        this.channels = channels;
        this.senders = senders;
        this.log = log;
        this.emails = emails;
        this.images = images;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Everything that other services and collections have to say, before anything is written. */
    Uni<Draft> draft(Viewer viewer, String messageId, @Nullable String sender) {
        return senders.of(viewer, sender)
                .chain(by -> MessageDocument.find(outbox.alone(), viewer.community(), messageId)
                        .plug(orNotFound("message", messageId))
                        .chain(message -> channels.find(viewer.community(), message.channelId)
                                .invoke(channel -> viewer.checkChannel(channel.id))
                                .chain(channel -> channels.member(viewer.community(), by.accountId())
                                        .invoke(ChannelMember::checkActive)
                                        .invoke(member -> member.checkSees(channel))
                                        .map(member -> new Draft(message, channel, by, member)))));
    }

    Uni<MessageDetails> edit(Tx tx, Viewer viewer, Draft draft, EditMessageRequest request) {
        if (!draft.isOwn()) {
            throw Refusal.of(Kind.NOT_PERMITTED, draft.sender() + " did not write " + draft.message().id);
        }
        MessageDocument message = draft.message();
        if (message.analysis != null) {
            throw ANALYSIS_MESSAGE.because(message.id);
        }
        var content = MessageContent.of(
                request.message().orElse(message.text), request.images().orElse(message.images));
        return images.kept(message.communityId, content.images())
                .chain(kept -> MessageWrites.edit(tx, message, content.text(), kept, images.ids(kept), clock.instant()))
                .plug(orNotFound("message", message.id))
                .chain(after -> details(viewer, draft, after));
    }

    Uni<MessageDetails> delete(Tx tx, Viewer viewer, Draft draft) {
        boolean may = draft.isOwn()
                || draft.member().may(MANAGE_MESSAGES, draft.channel())
                || draft.member().may(DELETE_MESSAGES, draft.channel());
        if (!may) {
            throw Refusal.of(Kind.NOT_PERMITTED, draft.sender() + " may not delete " + draft.message().id);
        }
        return MessageWrites.delete(tx, draft.message(), clock.instant())
                .plug(orNotFound("message", draft.message().id))
                .chain(after -> details(viewer, draft, after));
    }

    Uni<MessageDetails> unreact(Tx tx, Viewer viewer, Draft draft, String shortcode) {
        Sender by = draft.sender();
        return MessageWrites.unreact(
                        tx, draft.message(), by.accountId(), by.userId(), Emojis.name(shortcode), clock.instant())
                .plug(orNotFound("reaction", shortcode))
                .chain(after -> details(viewer, draft, after));
    }

    private Uni<MessageDetails> details(Viewer viewer, Draft draft, MessageDocument after) {
        return log.places(viewer.community(), List.of(after.id)).chain(places -> emails.seenBy(viewer, after.senderId)
                .map(known -> MessageDetails.of(
                        after, images.shown(after.images), draft.channel().name, known, places.get(after.id))));
    }
}

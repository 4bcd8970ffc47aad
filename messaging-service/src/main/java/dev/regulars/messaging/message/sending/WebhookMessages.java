package dev.regulars.messaging.message.sending;

import static dev.regulars.messaging.MessagingError.MAY_NOT_POST;
import static dev.regulars.web.permission.RolePermission.POST_MESSAGES;
import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.CommunityId;
import dev.regulars.events.messaging.MessageSource;
import dev.regulars.internal.people.People;
import dev.regulars.internal.people.PersonKey;
import dev.regulars.messaging.community.ChannelDocument;
import dev.regulars.messaging.community.Channels;
import dev.regulars.messaging.message.MessageDocument;
import dev.regulars.messaging.message.sending.Senders.Sender;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Messages that incoming webhooks send in the name of a member. */
@ApplicationScoped
class WebhookMessages {

    private final Channels channels;
    private final People people;
    private final MessageStore store;
    private final Outbox outbox;

    WebhookMessages(Channels channels, People people, MessageStore store, Outbox outbox) {
        this.channels = channels;
        this.people = people;
        this.store = store;
        this.outbox = outbox;
    }

    Uni<MessageDocument> send(CommunityId community, InternalMessageResource.WebhookMessage message) {
        MessageContent content = MessageContent.of(message.message(), null);
        var source = new MessageSource("webhook", message.webhookId() == null ? "" : message.webhookId());
        return people.find(community, PersonKey.ANY, message.sender())
                .plug(orNotFound("user", message.sender()))
                .map(person -> new Sender(person.accountId(), person.userId()))
                .chain(sender -> channels.find(community, message.channelId())
                        .call(channel -> checkMayPost(channel, sender))
                        .chain(channel -> store.send(
                                outbox.alone(),
                                source,
                                new NewMessage(channel, sender, content, null, null, message.clientKey()))));
    }

    /** A conflict: that is what internal calls pass on in our words. */
    private Uni<Void> checkMayPost(ChannelDocument channel, Sender sender) {
        return channels.member(channel.communityId, sender.accountId())
                .invoke(member -> {
                    if (channel.isForum() || !member.may(POST_MESSAGES, channel) || !member.sees(channel)) {
                        throw MAY_NOT_POST.because(sender.accountId() + " in " + channel.id);
                    }
                })
                .replaceWithVoid();
    }
}

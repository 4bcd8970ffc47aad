package dev.regulars.messaging.log;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.messaging.MessagingEvent;
import dev.regulars.events.messaging.MessagingEvent.MessageDeleted;
import dev.regulars.events.messaging.MessagingEvent.MessageEdited;
import dev.regulars.events.messaging.MessagingEvent.MessageReacted;
import dev.regulars.events.messaging.MessagingEvent.MessageSent;
import dev.regulars.events.messaging.MessagingEvent.MessageUnreacted;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Gives every event its place in the channel's order: the epoch of the topic, then the offset at first sight. All events of
 * a channel are in one partition and come one after the other, so each place is beyond the one before.
 */
@ApplicationScoped
class AppendToLog {

    private static final int OFFSET_BITS = 40;
    private static final int TRIES = 5;

    private final EventConsumer consumer;
    private final TopicEpochs epochs;
    private final Outbox outbox;
    private final Clock clock;
    private final Instance<LogListener> listeners;

    AppendToLog(
            EventConsumer consumer,
            TopicEpochs epochs,
            Outbox outbox,
            Clock clock,
            @Any Instance<LogListener> listeners) {
        this.consumer = consumer;
        this.epochs = epochs;
        this.outbox = outbox;
        this.clock = clock;
        this.listeners = listeners;
    }

    void start(@Observes StartupEvent started) {
        consumer.consume("log", MessagingEvent.class, this::append);
    }

    private Uni<Void> append(ReceivedEvent<MessagingEvent> received) {
        LogEntryDocument entry = entry(received);
        return Uni.createFrom()
                .deferred(() -> LogEntryDocument.find(outbox.alone(), entry.communityId, entry.id))
                .chain(known -> known != null ? Uni.createFrom().item(known) : place(entry, received.offset()))
                .onFailure(DuplicateKey::is)
                .retry()
                .atMost(TRIES) // another replica still works on what is ours now
                .call(() -> received.event() instanceof MessageDeleted
                        ? LogEntryDocument.messageGone(outbox.alone(), entry.communityId, entry.messageId)
                        : Uni.createFrom().voidItem())
                .invoke(() -> listeners.forEach(one -> one.appended(entry.communityId, entry.channelId)))
                .replaceWithVoid();
    }

    private Uni<LogEntryDocument> place(LogEntryDocument entry, long offset) {
        return LogEntryDocument.head(outbox.alone(), entry.communityId, entry.channelId)
                .chain(head -> seqBehind(head == null ? -1 : head.seq, offset))
                .chain(seq -> {
                    entry.seq = seq;
                    entry.appendedAt = clock.instant();
                    return entry.append(outbox.alone());
                });
    }

    /** A place that is not beyond the last one tells that the topic is another one, or lost its end. */
    private Uni<Long> seqBehind(long head, long offset) {
        return epochs.current()
                .map(epoch -> seq(epoch, offset))
                .chain(seq -> seq > head
                        ? Uni.createFrom().item(seq)
                        : epochs.refreshed()
                                .map(epoch -> seq(epoch, offset))
                                .chain(again -> again > head
                                        ? Uni.createFrom().item(again)
                                        : epochs.raised().map(epoch -> seq(epoch, offset))));
    }

    private static long seq(long epoch, long offset) {
        return (epoch << OFFSET_BITS) + offset;
    }

    private static LogEntryDocument entry(ReceivedEvent<MessagingEvent> received) {
        var event = received.event();
        return switch (event) {
            case MessageSent one -> entry(received, LogKind.MESSAGE, one.accountId(), one.userId(), null);
            case MessageEdited one -> entry(received, LogKind.EDITED, one.accountId(), one.userId(), null);
            case MessageDeleted one -> entry(received, LogKind.DELETED, one.accountId(), one.userId(), null);
            case MessageReacted one -> entry(received, LogKind.REACTED, one.accountId(), one.userId(), one.emoji());
            case MessageUnreacted one -> entry(received, LogKind.UNREACTED, one.accountId(), one.userId(), one.emoji());
        };
    }

    private static LogEntryDocument entry(
            ReceivedEvent<MessagingEvent> received,
            LogKind kind,
            String accountId,
            String userId,
            @Nullable String emoji) {
        MessagingEvent event = received.event();
        var entry = new LogEntryDocument();
        entry.id = received.id();
        entry.communityId = event.community();
        entry.channelId = event.channelId();
        entry.kind = kind;
        entry.messageId = event.subject();
        entry.accountId = accountId;
        entry.userId = userId;
        entry.emoji = emoji;
        entry.at = received.at();
        return entry;
    }
}

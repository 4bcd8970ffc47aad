package dev.regulars.messaging.log;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

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
import dev.regulars.messaging.log.ChannelLog.ChannelKey;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        consumer.consumeTogether("log", MessagingEvent.class, this::append);
    }

    /** Channels side by side, each with one look and one write for all that is new in it. */
    private Uni<Void> append(List<ReceivedEvent<MessagingEvent>> batch) {
        Map<ChannelKey, List<ReceivedEvent<MessagingEvent>>> channels =
                batch.stream().collect(groupingBy(AppendToLog::channel, LinkedHashMap::new, toList()));
        return Multi.createFrom()
                .iterable(channels.entrySet())
                .onItem()
                .transformToUniAndMerge(one -> append(one.getKey(), one.getValue()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> append(ChannelKey channel, List<ReceivedEvent<MessagingEvent>> received) {
        return Uni.createFrom()
                .deferred(() -> LogEntryDocument.known(outbox.alone(), channel.community(), ids(received)))
                .chain(known -> place(channel, unknown(received, known)))
                .onFailure(DuplicateKey::is)
                .retry()
                .atMost(TRIES) // another replica still works on what is ours now
                .chain(() -> markGone(channel, received))
                .invoke(() -> listeners.forEach(one -> one.appended(channel.community(), channel.channelId())));
    }

    /** An event that was sent twice has its place at its first offset. */
    private static List<ReceivedEvent<MessagingEvent>> unknown(
            List<ReceivedEvent<MessagingEvent>> received, Set<String> known) {
        Set<String> seen = new HashSet<>(known);
        return received.stream().filter(one -> seen.add(one.id())).toList();
    }

    private Uni<Void> place(ChannelKey channel, List<ReceivedEvent<MessagingEvent>> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return LogEntryDocument.head(outbox.alone(), channel.community(), channel.channelId())
                .chain(head -> epochBehind(
                        head == null ? -1 : head.seq, events.getFirst().offset()))
                .chain(epoch -> {
                    List<LogEntryDocument> entries = events.stream()
                            .map(one -> placed(entry(one), seq(epoch, one.offset())))
                            .toList();
                    return LogEntryDocument.appendAll(outbox.alone(), entries);
                });
    }

    private LogEntryDocument placed(LogEntryDocument entry, long seq) {
        entry.seq = seq;
        entry.appendedAt = clock.instant();
        return entry;
    }

    private Uni<Void> markGone(ChannelKey channel, List<ReceivedEvent<MessagingEvent>> received) {
        List<String> deleted = received.stream()
                .map(ReceivedEvent::event)
                .filter(MessageDeleted.class::isInstance)
                .map(MessagingEvent::subject)
                .toList();
        return Multi.createFrom()
                .iterable(deleted)
                .onItem()
                .transformToUniAndConcatenate(
                        messageId -> LogEntryDocument.messageGone(outbox.alone(), channel.community(), messageId))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** A place that is not beyond the last one tells that the topic is another one, or lost its end. */
    private Uni<Long> epochBehind(long head, long offset) {
        return epochs.current()
                .chain(epoch -> seq(epoch, offset) > head
                        ? Uni.createFrom().item(epoch)
                        : epochs.refreshed()
                                .chain(again -> seq(again, offset) > head
                                        ? Uni.createFrom().item(again)
                                        : epochs.raised()));
    }

    private static ChannelKey channel(ReceivedEvent<MessagingEvent> received) {
        MessagingEvent event = received.event();
        return new ChannelKey(event.community(), event.channelId());
    }

    private static List<String> ids(List<ReceivedEvent<MessagingEvent>> received) {
        return received.stream().map(ReceivedEvent::id).toList();
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

package dev.regulars.gamification.counter;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.events.messaging.MessagingEvent;
import dev.regulars.events.messaging.MessagingEvent.MessageDeleted;
import dev.regulars.events.messaging.MessagingEvent.MessageReacted;
import dev.regulars.events.messaging.MessagingEvent.MessageSent;
import dev.regulars.events.messaging.MessagingEvent.MessageUnreacted;
import dev.regulars.gamification.counter.xp.Action;
import dev.regulars.gamification.ledger.decision.Unit;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Counts messages, replies and reactions. What is deleted or taken back counts no more, and earned nothing. */
@ApplicationScoped
class CountMessages {

    private static final String MESSAGE = "message";
    private static final String REACTION = "reaction";
    private static final String FIRST_REACTION = "first-reaction";

    private final EventConsumer consumer;
    private final Counters counters;

    CountMessages(EventConsumer consumer, Counters counters) {
        this.consumer = consumer;
        this.counters = counters;
    }

    void start(@Observes StartupEvent started) {
        consumer.consumeTogether("messages", MessagingEvent.class, this::count);
    }

    /** All at once: they come back in one group of the ledger, which decides them in order. */
    private Uni<Void> count(List<ReceivedEvent<MessagingEvent>> received) {
        return Uni.join()
                .all(received.stream().map(this::count).toList())
                .andCollectFailures()
                .replaceWithVoid();
    }

    private Uni<Void> count(ReceivedEvent<MessagingEvent> received) {
        return switch (received.event()) {
            case MessageSent sent -> counters.count(sent(sent));
            case MessageDeleted deleted -> counters.undo(deleted.community(), MESSAGE, deleted.messageId());
            case MessageReacted reacted ->
                counters.count(reaction(reacted, received.id())).chain(() -> counters.count(firstReaction(reacted)));
            case MessageUnreacted unreacted ->
                counters.count(unreaction(unreacted, received.id()))
                        .chain(() -> counters.undo(
                                unreacted.community(),
                                FIRST_REACTION,
                                unreacted.messageId() + ":" + unreacted.emoji() + ":" + unreacted.accountId()));
            default -> Uni.createFrom().voidItem();
        };
    }

    private static Done sent(MessageSent sent) {
        boolean reply = sent.replyTo() != null;
        return new Done(
                sent.community(),
                sent.accountId(),
                sent.userId(),
                MESSAGE,
                sent.messageId(),
                reply ? Unit.REPLIES : Unit.MESSAGES,
                1,
                reply ? Action.REPLY : Action.MESSAGE,
                sent.sentAt());
    }

    private static Done reaction(MessageReacted reacted, String eventId) {
        return new Done(
                reacted.community(),
                reacted.accountId(),
                reacted.userId(),
                REACTION,
                eventId,
                Unit.REACTIONS,
                1,
                null,
                reacted.reactedAt());
    }

    /** XP is earned by the first time only: who takes a reaction back has earned nothing by it, now and later. */
    private static Done firstReaction(MessageReacted reacted) {
        return new Done(
                reacted.community(),
                reacted.accountId(),
                reacted.userId(),
                FIRST_REACTION,
                reacted.messageId() + ":" + reacted.emoji() + ":" + reacted.accountId(),
                null,
                0,
                Action.REACT,
                reacted.reactedAt());
    }

    private static Done unreaction(MessageUnreacted unreacted, String eventId) {
        return new Done(
                unreacted.community(),
                unreacted.accountId(),
                unreacted.userId(),
                REACTION,
                eventId,
                Unit.REACTIONS,
                -1,
                null,
                unreacted.unreactedAt());
    }
}

package dev.regulars.gamification.counter;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.events.community.CommunityEvent;
import dev.regulars.events.community.CommunityEvent.MemberVisited;
import dev.regulars.events.community.CommunityEvent.SessionClosed;
import dev.regulars.gamification.counter.xp.Action;
import dev.regulars.gamification.ledger.decision.Unit;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Counts visits, and the time that members spend. */
@ApplicationScoped
class CountVisits {

    private final EventConsumer consumer;
    private final Counters counters;

    CountVisits(EventConsumer consumer, Counters counters) {
        this.consumer = consumer;
        this.counters = counters;
    }

    void start(@Observes StartupEvent started) {
        consumer.consumeTogether("visits", CommunityEvent.class, this::count);
    }

    private Uni<Void> count(List<ReceivedEvent<CommunityEvent>> received) {
        return Uni.join()
                .all(received.stream().map(this::count).toList())
                .andCollectFailures()
                .replaceWithVoid();
    }

    private Uni<Void> count(ReceivedEvent<CommunityEvent> received) {
        return switch (received.event()) {
            case MemberVisited visit -> counters.count(visited(visit, received.id()));
            case SessionClosed session -> counters.count(closed(session, received.id()));
            default -> Uni.createFrom().voidItem();
        };
    }

    private static Done visited(MemberVisited visit, String eventId) {
        return new Done(
                visit.community(),
                visit.accountId(),
                null,
                "visit",
                eventId,
                Unit.VISITS,
                1,
                Action.VISIT,
                visit.visitedAt());
    }

    private static Done closed(SessionClosed session, String eventId) {
        return new Done(
                session.community(),
                session.accountId(),
                null,
                "session",
                eventId,
                Unit.TIME_SPENT,
                session.timeSpent(),
                null,
                session.endedAt());
    }
}

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
import java.util.Set;
import java.util.stream.Stream;

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
        consumer.consumeTogether("visits", Set.of(MemberVisited.class, SessionClosed.class), this::count);
    }

    private Uni<Void> count(List<ReceivedEvent<CommunityEvent>> received) {
        return counters.count(received.stream().flatMap(CountVisits::done).toList());
    }

    private static Stream<Done> done(ReceivedEvent<CommunityEvent> received) {
        return switch (received.event()) {
            case MemberVisited visit -> Stream.of(visited(visit, received.id()));
            case SessionClosed session -> Stream.of(closed(session, received.id()));
            default -> Stream.empty();
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

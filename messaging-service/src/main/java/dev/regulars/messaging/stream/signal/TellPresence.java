package dev.regulars.messaging.stream.signal;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.events.CommunityId;
import dev.regulars.events.community.CommunityEvent;
import dev.regulars.events.community.CommunityEvent.SessionClosed;
import dev.regulars.events.community.CommunityEvent.SessionOpened;
import dev.regulars.internal.people.People;
import dev.regulars.internal.people.PersonKey;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** Tells live streams who comes and goes, as far as they let others see it. */
@ApplicationScoped
class TellPresence {

    /** What is older is no news: nobody is told of it. */
    private static final Duration NEWS = Duration.ofMinutes(1);

    private final EventConsumer consumer;
    private final People people;
    private final Signals signals;
    private final Clock clock;

    TellPresence(EventConsumer consumer, People people, Signals signals, Clock clock) {
        this.consumer = consumer;
        this.people = people;
        this.signals = signals;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        consumer.consume("presence", Set.of(SessionOpened.class, SessionClosed.class), this::tellNews);
    }

    private Uni<Void> tellNews(ReceivedEvent<CommunityEvent> received) {
        if (received.at().isBefore(clock.instant().minus(NEWS))) {
            return Uni.createFrom().voidItem();
        }
        return switch (received.event()) {
            case SessionOpened opened -> tell(opened.community(), opened.accountId(), true);
            case SessionClosed closed -> tell(closed.community(), closed.accountId(), false);
            default -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> tell(CommunityId community, String accountId, boolean online) {
        return people.find(community, PersonKey.ID, accountId)
                .chain(person -> person == null
                        ? Uni.createFrom().voidItem()
                        : signals.presence(community, person.userId(), online, !person.showsPresence()));
    }
}

package dev.regulars.community.presence;

import static java.util.Objects.requireNonNull;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.worker.Poller;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Tells of sessions that began, and closes those of members who are not seen any more. Two replicas may try; the document lets one of
 * them.
 */
@ApplicationScoped
class TellSessions {

    private final PresenceConfig config;
    private final Outbox outbox;
    private final Clock clock;
    private final List<Poller> pollers;

    TellSessions(Vertx vertx, PresenceConfig config, Outbox outbox, Clock clock) {
        this.config = config;
        this.outbox = outbox;
        this.clock = clock;
        this.pollers = List.of(
                Poller.every(vertx, Duration.ofSeconds(1), "Sessions that began", this::open),
                Poller.every(vertx, Duration.ofSeconds(5), "Sessions to close", this::close));
    }

    void start(@Observes StartupEvent started) {
        pollers.forEach(Poller::start);
    }

    void stop(@Observes ShutdownEvent stopping) {
        pollers.forEach(Poller::stop);
    }

    private Uni<Void> open() {
        Tx tx = outbox.alone();
        return each(PresenceDocument.begun(tx), session -> session.open(tx, requireNonNull(session.startedAt)));
    }

    private Uni<Void> close() {
        Tx tx = outbox.alone();
        return each(
                PresenceDocument.overdue(tx, clock.instant().minus(config.sessionTimeout())),
                session -> session.close(tx, requireNonNull(session.startedAt)));
    }

    private static Uni<Void> each(Uni<List<PresenceDocument>> sessions, Function<PresenceDocument, Uni<?>> tell) {
        return sessions.onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found))
                .onItem()
                .transformToUniAndConcatenate(session -> tell.apply(session).replaceWithVoid())
                .collect()
                .last();
    }
}

package dev.regulars.community.presence;

import static java.util.Objects.requireNonNull;

import dev.regulars.eventing.Poller;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;

/** Closes the sessions of members who are not seen any more. Two replicas may try; the document lets one of them. */
@ApplicationScoped
class CloseSessions {

    private final PresenceConfig config;
    private final Outbox outbox;
    private final Clock clock;
    private final Poller poller;

    CloseSessions(Vertx vertx, PresenceConfig config, Outbox outbox, Clock clock) {
        this.config = config;
        this.outbox = outbox;
        this.clock = clock;
        this.poller = Poller.every(vertx, Duration.ofSeconds(5), "Sessions to close", this::round);
    }

    void start(@Observes StartupEvent started) {
        poller.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        poller.stop();
    }

    private Uni<Void> round() {
        Tx tx = outbox.alone();
        return PresenceDocument.overdue(tx, clock.instant().minus(config.sessionTimeout()))
                .onItem()
                .transformToMulti(sessions -> Multi.createFrom().iterable(sessions))
                .onItem()
                .transformToUniAndConcatenate(session ->
                        session.close(tx, requireNonNull(session.startedAt)).replaceWithVoid())
                .collect()
                .last();
    }
}

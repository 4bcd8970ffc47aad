package dev.regulars.identity.accounts.secureauth;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.community.CommunityEvent;
import dev.regulars.events.community.CommunityEvent.ServerDomainLost;
import dev.regulars.events.community.CommunityEvent.ServerDomainProven;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/** Keeps the proven host names of communities up to date with community-service. */
@ApplicationScoped
class KeepHosts {

    private final EventConsumer consumer;
    private final Outbox outbox;

    KeepHosts(EventConsumer consumer, Outbox outbox) {
        this.consumer = consumer;
        this.outbox = outbox;
    }

    void start(@Observes StartupEvent started) {
        consumer.consume("hosts", Set.of(ServerDomainProven.class, ServerDomainLost.class), this::keep);
    }

    private Uni<Void> keep(ReceivedEvent<CommunityEvent> received) {
        return switch (received.event()) {
            case ServerDomainProven proven ->
                HostDocument.of(proven.community(), proven.domain(), received.version())
                        .store(outbox.alone());
            case ServerDomainLost lost ->
                HostDocument.of(lost.community(), null, received.version()).store(outbox.alone());
            default -> Uni.createFrom().voidItem();
        };
    }
}

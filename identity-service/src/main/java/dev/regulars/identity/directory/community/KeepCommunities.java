package dev.regulars.identity.directory.community;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.community.CommunityEvent;
import dev.regulars.events.community.CommunityEvent.ServerChanged;
import dev.regulars.events.community.CommunityEvent.ServerCreated;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/** Keeps the settings of communities up to date with community-service. */
@ApplicationScoped
class KeepCommunities {

    private final EventConsumer consumer;
    private final Outbox outbox;

    KeepCommunities(EventConsumer consumer, Outbox outbox) {
        this.consumer = consumer;
        this.outbox = outbox;
    }

    void start(@Observes StartupEvent started) {
        consumer.consume("communities", Set.of(ServerCreated.class, ServerChanged.class), this::keep);
    }

    private Uni<Void> keep(ReceivedEvent<CommunityEvent> received) {
        return switch (received.event()) {
            case ServerCreated server ->
                CommunityDocument.of(server.community(), server.timezone(), null, received.version())
                        .store(outbox.alone());
            case ServerChanged server ->
                CommunityDocument.of(
                                server.community(), server.timezone(), server.identifierField(), received.version())
                        .store(outbox.alone());
            default -> Uni.createFrom().voidItem();
        };
    }
}

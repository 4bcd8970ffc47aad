package dev.regulars.community.member;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.events.community.CommunityEvent.ServerCreated;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The creator of a community is its first member. */
@ApplicationScoped
class JoinOwner {

    private final EventConsumer consumer;
    private final Members members;

    JoinOwner(EventConsumer consumer, Members members) {
        this.consumer = consumer;
        this.members = members;
    }

    void start(@Observes StartupEvent started) {
        consumer.consume("owners", ServerCreated.class, this::join);
    }

    private Uni<Void> join(ReceivedEvent<ServerCreated> received) {
        ServerCreated server = received.event();
        return members.joinOwner(server.community(), server.ownerId()).replaceWithVoid();
    }
}

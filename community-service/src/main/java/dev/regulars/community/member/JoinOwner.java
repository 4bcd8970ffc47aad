package dev.regulars.community.member;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.events.community.CommunityEvent.ServerCreated;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Whoever creates a community is its first member. */
@ApplicationScoped
class JoinOwner {

    private final EventConsumer consumer;
    private final Members members;

    JoinOwner(EventConsumer consumer, Members members) {
        this.consumer = consumer;
        this.members = members;
    }

    @Incoming("owners")
    Uni<Void> on(ConsumerRecord<String, String> record) {
        return consumer.take("owners", record, this::join);
    }

    private Uni<Void> join(ReceivedEvent event) {
        return switch (event.type()) {
            case ServerCreated.TYPE -> {
                var server = event.as(ServerCreated.class);
                yield members.join(server.community(), server.ownerId(), 0).replaceWithVoid();
            }
            default -> Uni.createFrom().voidItem();
        };
    }
}

package dev.regulars.community.member;

import dev.regulars.eventing.intake.Intake;
import dev.regulars.eventing.intake.Received;
import dev.regulars.events.community.CommunityEvent.ServerCreated;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Whoever creates a community is its first member. */
@ApplicationScoped
class JoinOwner {

    private final Intake intake;
    private final Members members;

    JoinOwner(Intake intake, Members members) {
        this.intake = intake;
        this.members = members;
    }

    @Incoming("owners")
    Uni<Void> on(ConsumerRecord<String, String> record) {
        return intake.take("owners", record, this::join);
    }

    private Uni<Void> join(Received event) {
        return switch (event.type()) {
            case ServerCreated.TYPE -> {
                var server = event.as(ServerCreated.class);
                yield members.join(server.communityId(), server.ownerId(), 0).replaceWithVoid();
            }
            default -> Uni.createFrom().voidItem();
        };
    }
}

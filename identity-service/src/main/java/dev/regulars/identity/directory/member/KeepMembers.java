package dev.regulars.identity.directory.member;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.events.community.CommunityEvent.MemberLeft;
import dev.regulars.events.community.CommunityEvent.MemberRestored;
import dev.regulars.events.community.CommunityEvent.ServerCreated;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Applies the events of community-service to the directory: joins, leaves, owners. */
@ApplicationScoped
class KeepMembers {

    private final EventConsumer consumer;
    private final Directory directory;

    KeepMembers(EventConsumer consumer, Directory directory) {
        this.consumer = consumer;
        this.directory = directory;
    }

    @Incoming("members")
    Uni<Void> on(ConsumerRecord<String, String> record) {
        return consumer.take("members", record, this::keep);
    }

    private Uni<Void> keep(ReceivedEvent event) {
        return switch (event.type()) {
            case ServerCreated.TYPE -> {
                var server = event.as(ServerCreated.class);
                yield directory.owned(server.community(), server.ownerId(), event.version());
            }
            case MemberJoined.TYPE -> {
                var join = event.as(MemberJoined.class);
                yield directory.joined(join.community(), join.accountId(), event.version(), join.joinedAt());
            }
            case MemberLeft.TYPE -> {
                var left = event.as(MemberLeft.class);
                yield directory.left(
                        left.community(), left.accountId(), event.version(), left.joinedAt(), left.leftAt());
            }
            case MemberRestored.TYPE -> {
                var back = event.as(MemberRestored.class);
                yield directory.joined(back.community(), back.accountId(), event.version(), back.joinedAt());
            }
            default -> Uni.createFrom().voidItem();
        };
    }
}

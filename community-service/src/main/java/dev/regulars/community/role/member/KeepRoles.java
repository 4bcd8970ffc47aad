package dev.regulars.community.role.member;

import dev.regulars.community.member.MembershipDocument;
import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.events.community.CommunityEvent;
import dev.regulars.events.community.CommunityEvent.RoleDeleted;
import dev.regulars.events.community.CommunityEvent.ServerCreated;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/** Every community has {@code @all}; no membership keeps a role that is gone. */
@ApplicationScoped
class KeepRoles {

    private static final int AT_ONCE = 16;

    private final EventConsumer consumer;
    private final Outbox outbox;

    KeepRoles(EventConsumer consumer, Outbox outbox) {
        this.consumer = consumer;
        this.outbox = outbox;
    }

    void start(@Observes StartupEvent started) {
        consumer.consume("roles", Set.of(ServerCreated.class, RoleDeleted.class), this::keep);
    }

    private Uni<Void> keep(ReceivedEvent<CommunityEvent> received) {
        return switch (received.event()) {
            case ServerCreated server -> createEveryone(server.community(), received);
            case RoleDeleted role -> takeAway(role.community(), role.roleId());
            default -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> createEveryone(CommunityId community, ReceivedEvent<CommunityEvent> created) {
        return EveryoneRole.of(community, created.at())
                .create(outbox.alone(community))
                .onFailure(DuplicateKey::is)
                .recoverWithNull()
                .replaceWithVoid();
    }

    /** Nobody is given the role any more: that writes to it, and it is deleted. */
    private Uni<Void> takeAway(CommunityId community, String roleId) {
        Tx tx = outbox.alone();
        return MembershipDocument.having(tx, community, roleId)
                .onItem()
                .transformToUni(member -> member.withoutDeletedRole(tx, roleId))
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }
}

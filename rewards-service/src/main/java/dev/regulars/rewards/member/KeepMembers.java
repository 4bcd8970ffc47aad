package dev.regulars.rewards.member;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.community.CommunityEvent;
import dev.regulars.events.community.CommunityEvent.MemberRolesChanged;
import dev.regulars.events.community.CommunityEvent.MemberSuspended;
import dev.regulars.events.community.CommunityEvent.RoleDeleted;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Keeps roles and suspensions of members up to date with community-service. */
@ApplicationScoped
class KeepMembers {

    private final EventConsumer consumer;
    private final Outbox outbox;

    KeepMembers(EventConsumer consumer, Outbox outbox) {
        this.consumer = consumer;
        this.outbox = outbox;
    }

    void start(@Observes StartupEvent started) {
        consumer.consume("members", CommunityEvent.class, this::keep);
    }

    private Uni<Void> keep(ReceivedEvent<CommunityEvent> received) {
        Tx tx = outbox.alone();
        return switch (received.event()) {
            case MemberRolesChanged member ->
                MemberDocument.roles(tx, member.community(), member.accountId(), member.roleIds(), received.version());
            case MemberSuspended member ->
                MemberDocument.suspension(
                        tx, member.community(), member.accountId(), member.until(), received.version());
            case RoleDeleted role -> DeletedRoleDocument.keep(tx, role.community(), role.roleId());
            default -> Uni.createFrom().voidItem();
        };
    }
}

package dev.regulars.gamification.member;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.community.CommunityEvent;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.events.community.CommunityEvent.MemberLeft;
import dev.regulars.events.community.CommunityEvent.MemberRestored;
import dev.regulars.events.community.CommunityEvent.MemberRolesChanged;
import dev.regulars.events.community.CommunityEvent.RoleDeleted;
import dev.regulars.events.identity.IdentityEvent.MemberTagged;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Keeps membership and roles up to date with community-service, and tags with identity-service. */
@ApplicationScoped
class KeepMemberships {

    private final EventConsumer consumer;
    private final Outbox outbox;

    KeepMemberships(EventConsumer consumer, Outbox outbox) {
        this.consumer = consumer;
        this.outbox = outbox;
    }

    void start(@Observes StartupEvent started) {
        consumer.consume("members", CommunityEvent.class, this::keep);
        consumer.consume("member-tags", MemberTagged.class, this::tags);
    }

    private Uni<Void> keep(ReceivedEvent<CommunityEvent> received) {
        Tx tx = outbox.alone();
        return switch (received.event()) {
            case MemberJoined one ->
                MembershipDocument.membership(tx, one.community(), one.accountId(), false, received.version());
            case MemberRestored one ->
                MembershipDocument.membership(tx, one.community(), one.accountId(), false, received.version());
            case MemberLeft one ->
                MembershipDocument.membership(tx, one.community(), one.accountId(), true, received.version());
            case MemberRolesChanged one ->
                MembershipDocument.roles(tx, one.community(), one.accountId(), one.roleIds(), received.version());
            case RoleDeleted one -> DeletedRoleDocument.keep(tx, one.community(), one.roleId());
            default -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> tags(ReceivedEvent<MemberTagged> received) {
        MemberTagged one = received.event();
        return MembershipDocument.tags(
                outbox.alone(), one.community(), one.accountId(), one.tags(), received.version());
    }
}

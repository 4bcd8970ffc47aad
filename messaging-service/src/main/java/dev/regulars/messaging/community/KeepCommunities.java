package dev.regulars.messaging.community;

import dev.regulars.eventing.Version;
import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.events.community.CommunityEvent;
import dev.regulars.events.community.CommunityEvent.ChannelChanged;
import dev.regulars.events.community.CommunityEvent.ChannelCreated;
import dev.regulars.events.community.CommunityEvent.ChannelDeleted;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.events.community.CommunityEvent.MemberLeft;
import dev.regulars.events.community.CommunityEvent.MemberRestored;
import dev.regulars.events.community.CommunityEvent.MemberRolesChanged;
import dev.regulars.events.community.CommunityEvent.MemberSuspended;
import dev.regulars.events.community.CommunityEvent.RoleChanged;
import dev.regulars.events.community.CommunityEvent.RoleCreated;
import dev.regulars.events.community.CommunityEvent.RoleDeleted;
import dev.regulars.events.community.CommunityEvent.ServerCreated;
import dev.regulars.events.community.CommunityEvent.ServerTransferred;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Keeps channels, roles, members and owners up to date with community-service. */
@ApplicationScoped
class KeepCommunities {

    private final EventConsumer consumer;
    private final Outbox outbox;

    KeepCommunities(EventConsumer consumer, Outbox outbox) {
        this.consumer = consumer;
        this.outbox = outbox;
    }

    void start(@Observes StartupEvent started) {
        consumer.consume("communities", CommunityEvent.class, this::keep);
    }

    private Uni<Void> keep(ReceivedEvent<CommunityEvent> received) {
        Tx tx = outbox.alone();
        Version at = received.version();
        return switch (received.event()) {
            case ServerCreated one -> OwnerDocument.store(tx, one.community(), one.ownerId(), at);
            case ServerTransferred one -> OwnerDocument.store(tx, one.community(), one.ownerId(), at);
            case ChannelCreated one ->
                ChannelDocument.of(one.community(), one.channelId(), at)
                        .described(one.name(), one.channelType(), one.overwrites())
                        .store(tx);
            case ChannelChanged one ->
                ChannelDocument.of(one.community(), one.channelId(), at)
                        .described(one.name(), one.channelType(), one.overwrites())
                        .store(tx);
            case ChannelDeleted one -> channelGone(tx, one.community(), one.channelId(), at);
            case RoleCreated one ->
                RoleDocument.of(one.community(), one.roleId(), one.permissions(), at)
                        .store(tx);
            case RoleChanged one ->
                RoleDocument.of(one.community(), one.roleId(), one.permissions(), at)
                        .store(tx);
            case RoleDeleted one -> roleGone(tx, one.community(), one.roleId(), at);
            default -> keepMember(tx, received.event(), at);
        };
    }

    private static Uni<Void> keepMember(Tx tx, CommunityEvent event, Version at) {
        return switch (event) {
            case MemberJoined one ->
                MemberDocument.membership(tx, one.community(), one.accountId(), one.joinedAt(), null, at);
            case MemberRestored one ->
                MemberDocument.membership(tx, one.community(), one.accountId(), one.joinedAt(), null, at);
            case MemberLeft one ->
                MemberDocument.membership(tx, one.community(), one.accountId(), one.joinedAt(), one.leftAt(), at);
            case MemberRolesChanged one ->
                MemberDocument.roles(tx, one.community(), one.accountId(), one.roleIds(), at);
            case MemberSuspended one ->
                MemberDocument.suspension(tx, one.community(), one.accountId(), one.until(), at);
            default -> Uni.createFrom().voidItem();
        };
    }

    private static Uni<Void> channelGone(Tx tx, CommunityId community, String channelId, Version at) {
        var channel = ChannelDocument.of(community, channelId, at);
        channel.gone = true;
        return channel.store(tx);
    }

    private static Uni<Void> roleGone(Tx tx, CommunityId community, String roleId, Version at) {
        var role = RoleDocument.of(community, roleId, List.of(), at);
        role.gone = true;
        return role.store(tx);
    }
}

package dev.regulars.analysis.channel;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.community.CommunityEvent;
import dev.regulars.events.community.CommunityEvent.ChannelChanged;
import dev.regulars.events.community.CommunityEvent.ChannelCreated;
import dev.regulars.events.community.CommunityEvent.ChannelDeleted;
import dev.regulars.events.community.CommunityEvent.MemberRolesChanged;
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

/** Keeps channels, and who sees them, up to date with community-service. */
@ApplicationScoped
class KeepChannels {

    private final EventConsumer consumer;
    private final Outbox outbox;

    KeepChannels(EventConsumer consumer, Outbox outbox) {
        this.consumer = consumer;
        this.outbox = outbox;
    }

    void start(@Observes StartupEvent started) {
        consumer.consume("channels", CommunityEvent.class, this::keep);
    }

    private Uni<Void> keep(ReceivedEvent<CommunityEvent> received) {
        var tx = outbox.alone(received.event().community());
        var source = received.version();
        return switch (received.event()) {
            case ChannelCreated channel ->
                ChannelDocument.keep(tx, channel.channelId(), channel.overwrites(), false, source);
            case ChannelChanged channel ->
                ChannelDocument.keep(tx, channel.channelId(), channel.overwrites(), false, source);
            case ChannelDeleted channel -> ChannelDocument.keep(tx, channel.channelId(), List.of(), true, source);
            case RoleCreated role -> RoleDocument.keep(tx, role.roleId(), role.permissions(), false, source);
            case RoleChanged role -> RoleDocument.keep(tx, role.roleId(), role.permissions(), false, source);
            case RoleDeleted role -> RoleDocument.keep(tx, role.roleId(), List.of(), true, source);
            case MemberRolesChanged member ->
                MemberRolesDocument.keep(tx, member.accountId(), member.roleIds(), source);
            case ServerCreated server -> OwnerDocument.keep(tx, server.ownerId(), source);
            case ServerTransferred server -> OwnerDocument.keep(tx, server.ownerId(), source);
            default -> Uni.createFrom().voidItem();
        };
    }
}

package dev.regulars.analysis.channel;

import static dev.regulars.web.permission.RolePermission.VIEW_MESSAGE_HISTORY;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.community.ChannelOverwrite;
import dev.regulars.events.community.CommunityEvent;
import dev.regulars.events.community.CommunityEvent.ChannelChanged;
import dev.regulars.events.community.CommunityEvent.ChannelCreated;
import dev.regulars.events.community.CommunityEvent.ChannelDeleted;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Keeps channels up to date with community-service. */
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
                ChannelDocument.keep(tx, channel.channelId(), isRestricted(channel.overwrites()), false, source);
            case ChannelChanged channel ->
                ChannelDocument.keep(tx, channel.channelId(), isRestricted(channel.overwrites()), false, source);
            case ChannelDeleted channel -> ChannelDocument.keep(tx, channel.channelId(), true, true, source);
            default -> Uni.createFrom().voidItem();
        };
    }

    private static boolean isRestricted(List<ChannelOverwrite> overwrites) {
        return overwrites.stream().anyMatch(one -> one.deny().contains(VIEW_MESSAGE_HISTORY.wire()));
    }
}

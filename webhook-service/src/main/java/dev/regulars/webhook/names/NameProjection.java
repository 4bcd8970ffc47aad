package dev.regulars.webhook.names;

import static java.util.stream.Collectors.toMap;

import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.events.community.CommunityEvent;
import dev.regulars.events.community.CommunityEvent.ChannelChanged;
import dev.regulars.events.community.CommunityEvent.ChannelCreated;
import dev.regulars.events.community.CommunityEvent.ChannelDeleted;
import dev.regulars.events.community.CommunityEvent.RoleChanged;
import dev.regulars.events.community.CommunityEvent.RoleCreated;
import dev.regulars.events.community.CommunityEvent.RoleDeleted;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What channels and roles are called, and which of them are gone. */
@ApplicationScoped
public class NameProjection {

    /** Whether there is anything to keep of it. */
    public static boolean concerns(CommunityEvent event) {
        return switch (event) {
            case ChannelCreated channel -> true;
            case ChannelChanged channel -> true;
            case ChannelDeleted channel -> true;
            case RoleCreated role -> true;
            case RoleChanged role -> true;
            case RoleDeleted role -> true;
            case CommunityEvent other -> false;
        };
    }

    public Uni<Void> keep(ReceivedEvent<? extends CommunityEvent> received) {
        return switch (received.event()) {
            case ChannelCreated channel -> keep(received, channel.channelId(), channel.name());
            case ChannelChanged channel -> keep(received, channel.channelId(), channel.name());
            case RoleCreated role -> keep(received, role.roleId(), role.title());
            case RoleChanged role -> keep(received, role.roleId(), role.title());
            case ChannelDeleted channel ->
                NameDocument.keep(channel.communityId(), channel.channelId(), null, received.version());
            case RoleDeleted role -> NameDocument.keep(role.communityId(), role.roleId(), null, received.version());
            case CommunityEvent other -> Uni.createFrom().voidItem();
        };
    }

    private static Uni<Void> keep(ReceivedEvent<? extends CommunityEvent> received, String id, String name) {
        return NameDocument.keep(received.event().communityId(), id, name, received.version());
    }

    /** By id; those that are not known are left out. A deleted one has the name that it had. */
    public Uni<Map<String, String>> find(String communityId, Collection<String> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : NameDocument.find(communityId, ids).map(found -> found.stream()
                        .filter(one -> one.name != null)
                        .collect(toMap(NameDocument::ownId, one -> one.name)));
    }

    /** Those of {@code ids} that were deleted. */
    public Uni<List<String>> gone(String communityId, Collection<String> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : NameDocument.find(communityId, ids).map(found -> found.stream()
                        .filter(one -> one.gone)
                        .map(NameDocument::ownId)
                        .toList());
    }
}

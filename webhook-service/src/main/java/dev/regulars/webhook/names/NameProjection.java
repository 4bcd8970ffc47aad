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
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What channels and roles are called, and which of them are gone. */
@ApplicationScoped
public class NameProjection {

    public Uni<Void> keep(List<ReceivedEvent<CommunityEvent>> received) {
        return Multi.createFrom()
                .items(received.stream().flatMap(NameProjection::changes))
                .onItem()
                .transformToUniAndConcatenate(change -> change)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Of most events there is nothing to keep. */
    private static Stream<Uni<Void>> changes(ReceivedEvent<CommunityEvent> received) {
        return switch (received.event()) {
            case ChannelCreated channel -> Stream.of(keep(received, channel.channelId(), channel.name()));
            case ChannelChanged channel -> Stream.of(keep(received, channel.channelId(), channel.name()));
            case RoleCreated role -> Stream.of(keep(received, role.roleId(), role.title()));
            case RoleChanged role -> Stream.of(keep(received, role.roleId(), role.title()));
            case ChannelDeleted channel -> Stream.of(keep(received, channel.channelId(), null));
            case RoleDeleted role -> Stream.of(keep(received, role.roleId(), null));
            case CommunityEvent other -> Stream.empty();
        };
    }

    /** @param name nothing for one that is gone */
    private static Uni<Void> keep(ReceivedEvent<CommunityEvent> received, String id, @Nullable String name) {
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

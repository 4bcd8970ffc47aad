package dev.regulars.messaging.community;

import static dev.regulars.web.refusal.Refusal.orNotFound;
import static java.util.stream.Collectors.toSet;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.web.permission.MemberPermissions;
import dev.regulars.web.permission.MemberPermissions.Grant;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Channels, and what members may do in them. */
@ApplicationScoped
public class Channels {

    /** So long an event may be under way: whoever made a channel a moment ago can write in it. */
    private static final int LOOKS = 12;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(40);

    private final Outbox outbox;
    private final Clock clock;

    Channels(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** One that is there, whoever sees it. */
    public Uni<ChannelDocument> find(CommunityId community, String channelId) {
        return soon(() -> ChannelDocument.find(outbox.alone(), community, channelId), LOOKS)
                .map(found -> found == null || found.gone ? null : found)
                .plug(orNotFound("channel", channelId));
    }

    /** One that the viewer sees. */
    public Uni<ChannelDocument> visible(Viewer viewer, String channelId) {
        return find(viewer.community(), channelId)
                .invoke(channel -> viewer.checkChannel(channel.id))
                .call(channel -> viewer.isKey()
                        ? Uni.createFrom().voidItem()
                        : member(viewer.community(), viewer.accountId()).invoke(member -> member.checkSees(channel)));
    }

    /** All that the viewer sees, by id. */
    public Uni<Map<String, ChannelDocument>> visible(Viewer viewer) {
        Uni<List<ChannelDocument>> all = ChannelDocument.list(outbox.alone(), viewer.community());
        if (viewer.isKey()) {
            return all.map(Channels::byId);
        }
        return all.chain(channels -> member(viewer.community(), viewer.accountId())
                .map(member -> byId(channels.stream()
                        .filter(channel -> viewer.mayUse(channel.id) && member.sees(channel))
                        .toList())));
    }

    /** What a channel is called; empty where it is gone. */
    public Uni<String> name(CommunityId community, String channelId) {
        return ChannelDocument.find(outbox.alone(), community, channelId)
                .map(channel -> channel == null ? "" : channel.name);
    }

    /** The ids of the channels that each of several viewers sees. */
    public Uni<Map<Viewer, Set<String>>> visibleToEach(CommunityId community, Collection<Viewer> viewers) {
        List<String> accounts = viewers.stream()
                .filter(viewer -> !viewer.isKey())
                .map(Viewer::accountId)
                .distinct()
                .toList();
        return ChannelDocument.list(outbox.alone(), community)
                .chain(all -> members(community, accounts).map(members -> {
                    Map<Viewer, Set<String>> seen = new HashMap<>();
                    viewers.forEach(viewer -> seen.put(
                            viewer, seen(all, viewer, viewer.isKey() ? null : members.get(viewer.accountId()))));
                    return seen;
                }));
    }

    private static Set<String> seen(List<ChannelDocument> all, Viewer viewer, @Nullable ChannelMember member) {
        return all.stream()
                .filter(channel -> viewer.mayUse(channel.id) && (member == null || member.sees(channel)))
                .map(channel -> channel.id)
                .collect(toSet());
    }

    /** Of channels of any community, which community each is of. */
    public Uni<Map<CommunityId, List<String>>> byCommunity(Collection<String> channelIds) {
        return ChannelDocument.ofAnyCommunity(outbox.alone(), channelIds)
                .collect()
                .in(HashMap::new, (all, channel) -> all.computeIfAbsent(
                                channel.communityId, community -> new ArrayList<>())
                        .add(channel.id));
    }

    /** Somebody who is, was or never was a member. */
    public Uni<ChannelMember> member(CommunityId community, String accountId) {
        return soon(() -> MemberDocument.find(outbox.alone(), community, accountId), LOOKS)
                .chain(member -> members(community, List.of(accountId), member))
                .map(all -> all.get(accountId));
    }

    /** The same for many at once, without waiting for events that are under way. */
    public Uni<Map<String, ChannelMember>> members(CommunityId community, Collection<String> accountIds) {
        return members(community, accountIds, null);
    }

    /** When a member joined; the time before that is not theirs. */
    public Uni<Instant> joinedAt(CommunityId community, String accountId) {
        return MemberDocument.find(outbox.alone(), community, accountId)
                .map(member -> member == null || member.joinedAt == null ? Instant.EPOCH : member.joinedAt);
    }

    private Uni<Map<String, ChannelMember>> members(
            CommunityId community, Collection<String> accountIds, @Nullable MemberDocument known) {
        Tx tx = outbox.alone();
        Uni<List<MemberDocument>> members = known == null
                ? MemberDocument.list(tx, community, accountIds)
                : Uni.createFrom().item(List.of(known));
        return Uni.combine()
                .all()
                .unis(members, RoleDocument.list(tx, community), OwnerDocument.find(tx, community))
                .asTuple()
                .map(all -> {
                    Map<String, ChannelMember> result = new HashMap<>();
                    accountIds.forEach(account -> result.put(
                            account,
                            channelMember(community, account, all.getItem1(), all.getItem2(), all.getItem3())));
                    return result;
                });
    }

    private ChannelMember channelMember(
            CommunityId community,
            String accountId,
            List<MemberDocument> members,
            List<RoleDocument> roles,
            @Nullable OwnerDocument owner) {
        @Nullable
        MemberDocument member = members.stream()
                .filter(one -> one.accountId.equals(accountId))
                .findFirst()
                .orElse(null);
        boolean owns = owner != null && owner.accountId.equals(accountId);
        List<String> held = member == null ? List.of() : member.roleIds();
        Grant everyone = roles.stream()
                .filter(role -> role.roleId.equals(community.id()))
                .findFirst()
                .map(RoleDocument::grant)
                .orElseGet(() -> new Grant(community.id(), Set.of()));
        var permissions = new MemberPermissions(
                accountId,
                owns,
                member != null && member.isSuspended(clock.instant()),
                everyone,
                roles.stream()
                        .filter(role -> held.contains(role.roleId))
                        .map(RoleDocument::grant)
                        .toList());
        return new ChannelMember(owns || (member != null && member.isMember()), permissions);
    }

    /** Looks again while there is nothing, not even a trace of what is gone. */
    private static <T> Uni<@Nullable T> soon(Supplier<Uni<@Nullable T>> look, int looks) {
        return look.get()
                .chain(found -> found != null || looks <= 1
                        ? Uni.createFrom().item(found)
                        : Uni.createFrom()
                                .voidItem()
                                .onItem()
                                .delayIt()
                                .by(BETWEEN_LOOKS)
                                .emitOn(dev.regulars.eventing.worker.Poller.thisContext())
                                .chain(() -> soon(look, looks - 1)));
    }

    private static Map<String, ChannelDocument> byId(List<ChannelDocument> channels) {
        Map<String, ChannelDocument> byId = new HashMap<>();
        channels.forEach(channel -> byId.put(channel.id, channel));
        return byId;
    }
}

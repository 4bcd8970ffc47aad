package dev.regulars.community.channel.overwrite;

import static dev.regulars.web.permission.RolePermission.MANAGE_CHANNELS;

import dev.regulars.community.channel.ChannelDocument;
import dev.regulars.community.channel.ChannelDocument.StoredOverwrite;
import dev.regulars.community.role.member.RoleHolder;
import dev.regulars.community.role.member.RoleHolders;
import dev.regulars.community.role.permission.RoleHierarchy;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.web.permission.Overwrite.Target;
import dev.regulars.web.permission.RolePermission;
import dev.regulars.web.permission.RolePermission.Scope;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a channel changes for roles and members. Nobody sets more than they hold themselves. */
@ApplicationScoped
class ChannelOverwrites {

    private final RoleHolders holders;
    private final Outbox outbox;

    ChannelOverwrites(RoleHolders holders, Outbox outbox) {
        this.holders = holders;
        this.outbox = outbox;
    }

    Uni<List<OverwriteView>> list(Tx tx, String channelId) {
        return ChannelDocument.get(tx, channelId)
                .map(channel ->
                        channel.overwrites.stream().map(OverwriteView::of).toList());
    }

    Uni<OverwriteView> set(Tx tx, String channelId, Target target, String named, OverwriteBody body) {
        Set<RolePermission> allow = known("allow", body.allow());
        Set<RolePermission> deny = known("deny", body.deny());
        if (allow.stream().anyMatch(deny::contains)) {
            throw Refusal.invalid("deny", "must not hold what allow holds");
        }
        return holders.authority(tx, MANAGE_CHANNELS)
                .invoke(caller -> caller.checkGrants(allow))
                .invoke(caller -> caller.checkGrants(deny))
                .chain(caller -> checkedTarget(tx, caller, target, named))
                .chain(id -> {
                    var overwrite = new StoredOverwrite(target, id, wire(allow), wire(deny));
                    return store(tx, channelId, target, id, Stream.of(overwrite))
                            .replaceWith(OverwriteView.of(overwrite));
                });
    }

    Uni<OverwriteView> remove(Tx tx, String channelId, Target target, String named) {
        return holders.authority(tx, MANAGE_CHANNELS)
                .chain(() -> target == Target.ROLE ? Uni.createFrom().item(named) : holders.accountId(tx, named))
                .chain(id -> store(tx, channelId, target, id, Stream.of())
                        .replaceWith(new OverwriteView(target, id, List.of(), List.of())));
    }

    /** Takes a role that is gone out of every channel. */
    Uni<Void> forget(CommunityId community, String roleId) {
        Tx tx = outbox.alone();
        return ChannelDocument.having(tx, community, Target.ROLE, roleId)
                .onItem()
                .transformToUniAndConcatenate(channel -> channel.without(tx, Target.ROLE, roleId, tx.now()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** In the place of the one that the channel has for the same role or member. */
    private Uni<ChannelDocument> store(
            Tx tx, String channelId, Target target, String id, Stream<StoredOverwrite> overwrite) {
        return ChannelDocument.get(tx, channelId).chain(channel -> {
            channel.overwrites = Stream.concat(
                            channel.overwrites.stream().filter(one -> !one.isFor(target, id)), overwrite)
                    .toList();
            return channel.store(tx);
        });
    }

    /** The id of the role, or of the member's account. */
    private Uni<String> checkedTarget(Tx tx, RoleHierarchy caller, Target target, String named) {
        return switch (target) {
            case ROLE -> holders.checkOverwritable(tx, caller, named).replaceWith(named);
            case USER -> holders.find(tx, named).invoke(caller::checkMayTouch).map(RoleHolder::accountId);
        };
    }

    private static Set<RolePermission> known(String field, List<String> names) {
        Set<RolePermission> known = EnumSet.noneOf(RolePermission.class);
        for (String name : names) {
            known.add(RolePermission.named(name)
                    .filter(one -> one.scope() == Scope.CHANNEL)
                    .orElseThrow(() -> Refusal.invalid(
                            field, "must hold channel permissions: " + wire(RolePermission.of(Scope.CHANNEL)))));
        }
        return known;
    }

    private static List<String> wire(Set<RolePermission> permissions) {
        return permissions.stream().map(RolePermission::wire).toList();
    }
}

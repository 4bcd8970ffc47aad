package dev.regulars.community.channel.room;

import static dev.regulars.web.permission.RolePermission.VIEW_MESSAGE_HISTORY;

import dev.regulars.community.channel.ChannelDocument;
import dev.regulars.community.member.MembershipDocument;
import dev.regulars.community.role.member.RoleHolders;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The rooms of an account: the channels, in all its communities, that it may read. */
@ApplicationScoped
class Rooms {

    private final RoleHolders holders;
    private final Outbox outbox;

    Rooms(RoleHolders holders, Outbox outbox) {
        this.holders = holders;
        this.outbox = outbox;
    }

    Uni<List<RoomView>> of(String accountId) {
        return MembershipDocument.of(outbox.alone(), accountId)
                .onItem()
                .transformToUniAndConcatenate(member -> of(outbox.alone(member.communityId), member))
                .onItem()
                .<RoomView>disjoint()
                .collect()
                .asList();
    }

    private Uni<List<RoomView>> of(Tx tx, MembershipDocument membership) {
        return holders.of(tx, membership)
                .chain(member -> ChannelDocument.list(tx).map(channels -> channels.stream()
                        .filter(channel -> member.permissions()
                                .decide(VIEW_MESSAGE_HISTORY, channel.overwrites())
                                .allowed())
                        .map(channel -> RoomView.of(channel, member))
                        .toList()));
    }
}

package dev.regulars.community.channel.room;

import static dev.regulars.web.permission.RolePermission.MANAGE_CHANNELS;

import dev.regulars.community.channel.ChannelDocument;
import dev.regulars.community.role.member.RoleHolders;
import dev.regulars.eventing.outbox.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What members are in rooms. It is shown to Rocket.Chat's clients and grants nothing. */
@ApplicationScoped
class RoomRoles {

    private final RoleHolders holders;

    RoomRoles(RoleHolders holders) {
        this.holders = holders;
    }

    Uni<RoomRolesBody> set(Tx tx, String channelId, String user, RoomRolesBody wanted) {
        List<RoomRole> roles = wanted.roles().stream().distinct().sorted().toList();
        return holders.authority(tx, MANAGE_CHANNELS)
                .chain(caller -> holders.find(tx, user).invoke(caller::checkMayTouch))
                .chain(member -> ChannelDocument.get(tx, channelId)
                        .chain(channel -> channel.giveRoomRoles(
                                tx,
                                member.accountId(),
                                roles.stream().map(RoomRole::name).toList())))
                .replaceWith(new RoomRolesBody(roles));
    }
}

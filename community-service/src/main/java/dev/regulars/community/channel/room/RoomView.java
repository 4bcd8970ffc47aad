package dev.regulars.community.channel.room;

import static dev.regulars.web.permission.RolePermission.VIEW_MESSAGE_HISTORY;

import dev.regulars.community.channel.ChannelDocument;
import dev.regulars.community.channel.ChannelType;
import dev.regulars.community.role.member.RoleHolder;
import dev.regulars.web.permission.Overwrite;
import dev.regulars.web.permission.Overwrite.Target;
import java.util.List;

/**
 * A channel that a member may read, as Rocket.Chat knows rooms (contract §3.15 step 7).
 *
 * @param type c: every member sees it, p: those of some roles, d: two members
 * @param roles of the member in it
 * @param members accounts of the two, of type d only
 */
record RoomView(
        String communityId, String channelId, String name, String type, List<String> roles, List<String> members) {

    static RoomView of(ChannelDocument channel, RoleHolder member) {
        boolean direct = channel.channelType == ChannelType.direct;
        boolean everybodys = member.ofEveryone()
                .decide(VIEW_MESSAGE_HISTORY, channel.overwrites())
                .allowed();
        return new RoomView(
                channel.communityId.id(),
                channel.id,
                channel.topic,
                direct ? "d" : everybodys ? "c" : "p",
                channel.roomRoles(member.accountId()),
                direct ? talkers(channel) : List.of());
    }

    private static List<String> talkers(ChannelDocument channel) {
        return channel.overwrites().stream()
                .filter(one -> one.target() == Target.USER && one.allow().contains(VIEW_MESSAGE_HISTORY))
                .map(Overwrite::id)
                .sorted()
                .toList();
    }
}

package dev.regulars.analysis.channel;

import static dev.regulars.web.permission.RolePermission.VIEW_MESSAGE_HISTORY;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.web.permission.MemberPermissions;
import dev.regulars.web.permission.MemberPermissions.Grant;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who sees what is published in channels. */
@ApplicationScoped
public class ChannelReaders {

    /** To a member who may not read a channel it does not exist, as in messages; nor does one that is gone. */
    public Uni<Void> checkSees(Tx tx, String channelId, String accountId) {
        return ChannelDocument.find(tx, channelId)
                .chain(channel -> member(tx, accountId).invoke(member -> check(member, channelId, channel)))
                .replaceWithVoid();
    }

    private static void check(MemberPermissions member, String channelId, @Nullable ChannelDocument channel) {
        if (channel == null
                || channel.gone
                || !member.decide(VIEW_MESSAGE_HISTORY, channel.overwrites()).allowed()) {
            throw Refusal.notFound("channel", channelId);
        }
    }

    /** A suspended member reads as before, so that it is not asked. */
    private static Uni<MemberPermissions> member(Tx tx, String accountId) {
        return RoleDocument.list(tx)
                .chain(roles -> MemberRolesDocument.of(tx, accountId).chain(held -> OwnerDocument.is(tx, accountId)
                        .map(owns -> new MemberPermissions(
                                accountId, owns, false, everyone(tx, roles), others(roles, held)))));
    }

    private static Grant everyone(Tx tx, List<RoleDocument> roles) {
        String all = tx.community().id();
        return roles.stream()
                .filter(role -> role.roleId.equals(all))
                .findFirst()
                .map(RoleDocument::grant)
                .orElseGet(() -> new Grant(all, Set.of()));
    }

    private static List<Grant> others(List<RoleDocument> roles, List<String> held) {
        return roles.stream()
                .filter(role -> held.contains(role.roleId))
                .map(RoleDocument::grant)
                .toList();
    }
}

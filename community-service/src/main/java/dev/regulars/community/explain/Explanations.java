package dev.regulars.community.explain;

import dev.regulars.community.channel.Channels;
import dev.regulars.community.role.member.RoleHolder;
import dev.regulars.community.role.member.RoleHolders;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.web.permission.Overwrite;
import dev.regulars.web.permission.RolePermission;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the permission function, with what the documents say now. */
@ApplicationScoped
class Explanations {

    private final RoleHolders holders;
    private final Channels channels;

    Explanations(RoleHolders holders, Channels channels) {
        this.holders = holders;
        this.channels = channels;
    }

    Uni<Explanation> explain(Tx tx, String user, String action, @Nullable String channel) {
        RolePermission asked = RolePermission.named(action)
                .orElseThrow(() -> Refusal.invalid("action", "must be a role permission, such as post_messages"));
        Uni<RoleHolder> member = holders.find(tx, user);
        Uni<List<Overwrite>> overwrites =
                channel == null ? Uni.createFrom().item(List.of()) : channels.overwrites(tx, channel);
        return member.chain(holder ->
                overwrites.map(changes -> Explanation.of(holder.permissions().decide(asked, changes))));
    }
}

package dev.regulars.community.explain;

import dev.regulars.community.channel.Channels;
import dev.regulars.community.role.RoleHolder;
import dev.regulars.community.role.RoleHolders;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.CommunityId;
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
    private final Outbox outbox;

    Explanations(RoleHolders holders, Channels channels, Outbox outbox) {
        this.holders = holders;
        this.channels = channels;
        this.outbox = outbox;
    }

    Uni<Explanation> explain(CommunityId community, String user, String action, @Nullable String channel) {
        RolePermission asked = RolePermission.named(action)
                .orElseThrow(() -> Refusal.invalid("action", "must be a role permission, such as post_messages"));
        Uni<RoleHolder> member = holders.find(outbox.alone(), community, user);
        Uni<List<Overwrite>> overwrites =
                channel == null ? Uni.createFrom().item(List.of()) : channels.overwrites(community, channel);
        return member.chain(holder ->
                overwrites.map(changes -> Explanation.of(holder.permissions().decide(asked, changes))));
    }
}

package dev.regulars.community.member.myservers;

import dev.regulars.community.member.MembershipDocument;
import dev.regulars.community.server.ServerView;
import dev.regulars.community.server.Servers;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The communities of an account: its own even before the join of their owner is stored. */
@ApplicationScoped
class MyServers {

    private final Servers servers;
    private final Outbox outbox;

    MyServers(Servers servers, Outbox outbox) {
        this.servers = servers;
        this.outbox = outbox;
    }

    Uni<List<ServerView>> of(String accountId) {
        Tx tx = outbox.alone();
        return MembershipDocument.of(tx, accountId)
                .map(member -> member.communityId.id())
                .collect()
                .asList()
                .chain(ids -> servers.ofAccount(tx, accountId, ids));
    }
}

package dev.regulars.community.member;

import dev.regulars.community.server.OwnerMembership;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** That of a new community's owner. */
@ApplicationScoped
class FirstMembership implements OwnerMembership {

    private final Clock clock;

    FirstMembership(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Uni<?> begin(Tx tx, CommunityId community, String ownerId, String ownerUserId) {
        return MembershipDocument.of(community, ownerId, ownerUserId, 0, clock.instant())
                .join(tx);
    }
}

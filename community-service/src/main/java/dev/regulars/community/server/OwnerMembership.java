package dev.regulars.community.server;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import io.smallrye.mutiny.Uni;

/** The creator of a community is its first member. Memberships know communities, so they implement what a community needs of them. */
public interface OwnerMembership {

    /** In the transaction that creates the community. */
    Uni<?> begin(Tx tx, CommunityId community, String ownerId, String ownerUserId);
}

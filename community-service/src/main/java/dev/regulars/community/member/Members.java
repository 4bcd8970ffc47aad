package dev.regulars.community.member;

import static dev.regulars.community.CommunityError.MEMBERSHIP_NOT_FOUND;
import static dev.regulars.community.CommunityError.OWNER_STAYS;

import dev.regulars.community.server.Servers;
import dev.regulars.community.server.Servers.Owned;
import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Who belongs to which community. */
@ApplicationScoped
class Members {

    private final Servers servers;
    private final Outbox outbox;
    private final Clock clock;

    Members(Servers servers, Outbox outbox, Clock clock) {
        this.servers = servers;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** To join again changes nothing and tells nobody; a membership that was ended stays so. */
    Uni<MembershipView> join(String communityId, String accountId, int accessLevel) {
        Tx tx = outbox.alone();
        var joining = MembershipDocument.of(communityId, accountId, accessLevel, now());
        return servers.owned(tx, communityId)
                .call(() -> joining.join(tx).onFailure(DuplicateKey::is).recoverWithNull())
                .chain(owned -> view(tx, owned, communityId, accountId));
    }

    /** What the account is to the community; its owner is known even before the join of the owner is told. */
    Uni<MembershipView> membership(String communityId, String accountId) {
        Tx tx = outbox.alone();
        return servers.owned(tx, communityId)
                .chain(owned -> view(tx, owned, communityId, accountId))
                .invoke(view -> {
                    if (view.leftAt() != null) {
                        throw MEMBERSHIP_NOT_FOUND.because(accountId + " is no longer in " + communityId);
                    }
                });
    }

    /** Ends a membership or brings it back; one that is so already is left alone, and nobody is told. */
    Uni<MembershipView> set(Tx tx, Standing wanted) {
        String community = wanted.communityId();
        String account = wanted.accountId();
        return servers.owned(tx, community)
                .invoke(owned -> checkOwner(owned, wanted))
                .call(() -> MembershipDocument.find(tx, community, account)
                        .onItem()
                        .ifNull()
                        .failWith(() -> MEMBERSHIP_NOT_FOUND.because(account + " never was in " + community))
                        .chain(known -> wanted.ended() ? known.end(tx, now()) : known.restore(tx)))
                .chain(owned -> view(tx, owned, community, account));
    }

    private static void checkOwner(Owned owned, Standing wanted) {
        if (wanted.ended() && owned.ownerId().equals(wanted.accountId())) {
            throw OWNER_STAYS.because(wanted.accountId() + " owns " + wanted.communityId());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Uni<MembershipView> view(Tx tx, Owned owned, String communityId, String accountId) {
        return MembershipDocument.find(tx, communityId, accountId).map(membership -> {
            boolean owner = owned.ownerId().equals(accountId);
            if (membership == null && !owner) {
                throw MEMBERSHIP_NOT_FOUND.because(accountId + " is not in " + communityId);
            }
            return MembershipView.of(communityId, accountId, owned, membership);
        });
    }
}

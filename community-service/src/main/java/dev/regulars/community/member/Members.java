package dev.regulars.community.member;

import static dev.regulars.community.CommunityError.OWNER_STAYS;
import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.community.server.Servers;
import dev.regulars.community.server.Servers.Owned;
import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

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
    Uni<MembershipView> join(CommunityId community, String accountId, int accessLevel) {
        Tx tx = outbox.alone();
        var joining = MembershipDocument.of(community, accountId, accessLevel, clock.instant());
        return servers.owned(tx, community)
                .call(() ->
                        joining.join(tx, community).onFailure(DuplicateKey::is).recoverWithNull())
                .chain(owned -> view(tx, owned, community, accountId));
    }

    /** What the account is to the community; its owner is known even before the join of the owner is told. */
    Uni<MembershipView> membership(CommunityId community, String accountId) {
        Tx tx = outbox.alone();
        return servers.owned(tx, community)
                .chain(owned -> view(tx, owned, community, accountId))
                .invoke(view -> {
                    if (view.leftAt() != null) {
                        throw Refusal.notFound("member", accountId);
                    }
                });
    }

    /** Ends a membership or brings it back; one that is so already is left alone, and nobody is told. */
    Uni<MembershipView> set(Tx tx, Standing wanted) {
        CommunityId community = tx.community();
        String account = wanted.accountId();
        return servers.owned(tx, community)
                .invoke(owned -> checkOwner(owned, wanted))
                .call(() -> MembershipDocument.find(tx, community, account)
                        .plug(orNotFound("member", account))
                        .chain(known -> wanted.ended()
                                ? known.end(tx, community, clock.instant())
                                : known.restore(tx, community)))
                .chain(owned -> view(tx, owned, community, account));
    }

    private static void checkOwner(Owned owned, Standing wanted) {
        if (wanted.ended() && owned.ownerId().equals(wanted.accountId())) {
            throw OWNER_STAYS.because(wanted.accountId() + " owns " + wanted.communityId());
        }
    }

    private static Uni<MembershipView> view(Tx tx, Owned owned, CommunityId community, String accountId) {
        return MembershipDocument.find(tx, community, accountId).map(membership -> {
            boolean owner = owned.ownerId().equals(accountId);
            if (membership == null && !owner) {
                throw Refusal.notFound("member", accountId);
            }
            return MembershipView.of(community.id(), accountId, owned, membership);
        });
    }
}

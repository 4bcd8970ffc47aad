package dev.regulars.community.member;

import static dev.regulars.community.CommunityError.BANNED;
import static dev.regulars.community.CommunityError.OWNER_DOES_NOT_LEAVE;
import static dev.regulars.community.CommunityError.OWNER_STAYS;
import static dev.regulars.web.refusal.Refusal.orNotFound;
import static java.util.Objects.requireNonNull;

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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who belongs to which community. */
@ApplicationScoped
public class Members {

    /** Memberships in one part of an export. */
    private static final int EXPORTED = 500;

    private final Servers servers;
    private final Outbox outbox;
    private final Clock clock;

    Members(Servers servers, Outbox outbox, Clock clock) {
        this.servers = servers;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** To join again changes nothing and tells nobody; a membership that was ended stays so. */
    Uni<MembershipView> join(CommunityId community, String accountId, @Nullable String userId, int accessLevel) {
        Tx tx = outbox.alone();
        var joining = MembershipDocument.of(community, accountId, userId, accessLevel, clock.instant());
        return servers.owned(tx, community)
                .call(() -> joining.join(tx).onFailure(DuplicateKey::is).recoverWithNull())
                .chain(owned -> view(tx, owned, community, accountId));
    }

    /**
     * The caller becomes a member, or is one again, with these roles beside those of before. For transactions.
     *
     * @param roleIds of a member nothing is changed
     */
    public Uni<JoinedView> join(Tx tx, CommunityId community, List<String> roleIds) {
        String account = requireNonNull(tx.caller().accountId());
        return MembershipDocument.find(tx, community, account)
                .chain(known -> {
                    if (known == null) {
                        var joining = MembershipDocument.of(
                                community, account, tx.caller().userId(), 0, clock.instant());
                        joining.roleIds = roleIds;
                        return joining.join(tx);
                    }
                    return known.leftAt == null ? Uni.createFrom().item(known) : rejoin(tx, known, roleIds);
                })
                .map(JoinedView::of);
    }

    private Uni<MembershipDocument> rejoin(Tx tx, MembershipDocument known, List<String> roleIds) {
        if (known.isBanned(clock.instant())) {
            throw BANNED.because(known.id);
        }
        Set<String> all = new TreeSet<>(known.roleIds());
        return known.restore(tx)
                .plug(orNotFound("member", known.accountId))
                .chain(back -> all.addAll(roleIds)
                        ? back.withRoles(tx, List.copyOf(all)).plug(orNotFound("member", known.accountId))
                        : Uni.createFrom().item(back));
    }

    /** Whether the caller is a member. */
    public Uni<Boolean> isMember(Tx tx, CommunityId community) {
        return MembershipDocument.findMember(
                        tx, community, requireNonNull(tx.caller().accountId()))
                .map(member -> member != null);
    }

    /** The caller's own membership ends. For transactions: who is the owner may change at the same moment. */
    Uni<LeftView> leave(Tx tx) {
        CommunityId community = tx.community();
        String account = requireNonNull(tx.caller().accountId());
        return servers.owned(tx, community)
                .invoke(owned -> {
                    if (owned.ownerId().equals(account)) {
                        throw OWNER_DOES_NOT_LEAVE.because(account + " owns " + community);
                    }
                })
                .chain(() -> MembershipDocument.find(tx, community, account))
                .plug(orNotFound("member", account))
                .chain(member -> member.end(tx, clock.instant()))
                .plug(orNotFound("member", account))
                .map(LeftView::of);
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

    /** All memberships, in the order of accounts; for services that build up their copy of them anew. */
    Uni<MembershipView.Export> export(CommunityId community, @Nullable String after) {
        Tx tx = outbox.alone();
        return servers.owned(tx, community).chain(owned -> MembershipDocument.after(tx, community, after, EXPORTED)
                .map(found -> new MembershipView.Export(
                        found.stream()
                                .map(one -> MembershipView.of(community.id(), one.accountId, owned, one))
                                .toList(),
                        found.size() < EXPORTED ? null : found.getLast().accountId)));
    }

    /** Ends a membership or brings it back; one that is so already is left alone, and nobody is told. For transactions. */
    Uni<MembershipView> set(Tx tx, MembershipStatusRequest wanted) {
        CommunityId community = tx.community();
        String account = wanted.accountId();
        return servers.owned(tx, community)
                .invoke(owned -> checkOwner(owned, wanted))
                .call(() -> MembershipDocument.find(tx, community, account)
                        .plug(orNotFound("member", account))
                        .chain(known -> wanted.ended() ? known.end(tx, clock.instant()) : known.restore(tx)))
                .chain(owned -> view(tx, owned, community, account));
    }

    /** The same level again changes nothing and tells nobody. */
    Uni<MembershipView> setAccessLevel(CommunityId community, String accountId, int level) {
        Tx tx = outbox.alone();
        return MembershipDocument.find(tx, community, accountId)
                .plug(orNotFound("member", accountId))
                .call(member -> member.accessLevel == level
                        ? Uni.createFrom().item(member)
                        : member.withAccessLevel(tx, level).plug(orNotFound("member", accountId)))
                .chain(() -> servers.owned(tx, community))
                .chain(owned -> view(tx, owned, community, accountId));
    }

    private static void checkOwner(Owned owned, MembershipStatusRequest wanted) {
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

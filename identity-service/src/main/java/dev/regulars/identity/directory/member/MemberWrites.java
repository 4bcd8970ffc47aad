package dev.regulars.identity.directory.member;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Updates.set;
import static dev.regulars.identity.directory.member.MemberDocument.id;
import static dev.regulars.identity.directory.member.MemberDocument.members;
import static dev.regulars.identity.directory.member.MemberDocument.one;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.CallerChanged.Scope;
import dev.regulars.events.identity.IdentityEvent.MemberProfiled;
import dev.regulars.identity.accounts.Account;
import dev.regulars.identity.directory.member.MemberDocument.Membership;
import dev.regulars.identity.directory.member.MemberDocument.Ownership;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes of member entries: the outbox's, and those of states that other services own, each guarded by its source's version. */
final class MemberWrites {

    private MemberWrites() {}

    /** False where there is an entry already: its names are the community's to change. */
    static Uni<Boolean> insert(
            Tx tx,
            CommunityId community,
            Account account,
            dev.regulars.identity.directory.community.@Nullable Membership seen) {
        MemberDocument member = MemberDocument.of(community, account);
        if (seen != null) {
            member.ownership = new Ownership(seen.server(), seen.owner());
            member.membership = seen.membership() == null || seen.joinedAt() == null
                    ? null
                    : new Membership(seen.membership(), seen.joinedAt(), seen.leftAt());
        }
        var profiled = new MemberProfiled(
                community.id(),
                account.id(),
                account.userId(),
                account.username(),
                account.email(),
                account.firstName(),
                account.lastName());
        return members()
                .of(community)
                .insert(tx, member, profiled)
                .replaceWith(true)
                .onFailure(DuplicateKey::is)
                .recoverWithItem(false);
    }

    static Uni<Void> joined(CommunityId community, String accountId, Version version, Instant joinedAt) {
        return see(community, accountId, "membership", version, new Membership(version, joinedAt, null));
    }

    /** Cached tokens of a member become invalid; tokens of strangers are not cached, so joining emits nothing. */
    static Uni<Void> left(
            Tx tx, CommunityId community, String accountId, Version version, Instant joinedAt, Instant leftAt) {
        return members()
                .of(community)
                .change(tx, id(community.id(), accountId))
                .when(version.newerThan("membership.version"))
                .by(set("membership", new Membership(version, joinedAt, leftAt)))
                .emitting(new CallerChanged(Scope.MEMBERSHIP, accountId, community.id()))
                .replaceWithVoid();
    }

    static Uni<Void> owned(CommunityId community, String accountId, Version version, boolean owner) {
        return see(community, accountId, "ownership", version, new Ownership(version, owner));
    }

    /** Cached tokens of the member become invalid. */
    static Uni<Void> callerChanged(Tx tx, CommunityId community, String accountId) {
        return members()
                .of(community)
                .change(tx, id(community.id(), accountId))
                .emitting(new CallerChanged(Scope.MEMBERSHIP, accountId, community.id()))
                .replaceWithVoid();
    }

    /** A source's state replaces older ones of the same source only. */
    private static Uni<Void> see(
            CommunityId community, String accountId, String source, Version version, Object state) {
        return members()
                .ofAllCommunities()
                .updateOne(and(one(community, accountId), version.newerThan(source + ".version")), set(source, state))
                .replaceWithVoid();
    }
}

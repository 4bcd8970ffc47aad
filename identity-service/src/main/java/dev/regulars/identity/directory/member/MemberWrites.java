package dev.regulars.identity.directory.member;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;
import static dev.regulars.identity.directory.member.MemberDocument.JOINED;
import static dev.regulars.identity.directory.member.MemberDocument.id;
import static dev.regulars.identity.directory.member.MemberDocument.members;
import static dev.regulars.identity.directory.member.MemberDocument.one;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.CallerChanged.Scope;
import dev.regulars.events.identity.IdentityEvent.AccountProfiled;
import dev.regulars.events.identity.IdentityEvent.MemberProfiled;
import dev.regulars.events.identity.IdentityEvent.MemberTagged;
import dev.regulars.identity.accounts.Account;
import dev.regulars.identity.directory.member.Sources.Access;
import dev.regulars.identity.directory.member.Sources.LoginStreak;
import dev.regulars.identity.directory.member.Sources.Membership;
import dev.regulars.identity.directory.member.Sources.Ownership;
import dev.regulars.identity.directory.member.Sources.Presence;
import dev.regulars.identity.directory.member.Sources.Profile;
import dev.regulars.identity.directory.member.Sources.Roles;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
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
            member.access = seen.membership() == null ? member.access : access(seen);
        }
        return members()
                .of(community)
                .insert(tx, member, profiled(member))
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

    /** Of a member who joined with another one. */
    static Uni<Void> access(CommunityId community, String accountId, Version version, int level) {
        return see(community, accountId, "access", version, new Access(version, level));
    }

    /** The level of a join travels with the answer to it: no event tells of it. */
    static Uni<Void> access(CommunityId community, dev.regulars.identity.directory.community.Membership seen) {
        Access access = access(seen);
        return access == null
                ? Uni.createFrom().voidItem()
                : see(community, seen.accountId(), "access", access.version(), access);
    }

    private static @Nullable Access access(dev.regulars.identity.directory.community.Membership seen) {
        return seen.membership() == null ? null : new Access(seen.membership(), seen.accessLevel());
    }

    static Uni<Void> present(CommunityId community, String accountId, Version version, boolean isOnline) {
        return see(community, accountId, "presence", version, new Presence(version, isOnline));
    }

    static Uni<Void> loginStreak(CommunityId community, String accountId, Version version, long count, String until) {
        return see(community, accountId, "loginStreak", version, new LoginStreak(version, count, until));
    }

    /** Empty where the member's tags are not those of this copy any more. */
    static Uni<@Nullable MemberDocument> addTag(Tx tx, MemberDocument member, String tag) {
        List<String> tags =
                Stream.concat(member.tags().stream(), Stream.of(tag)).toList();
        return members()
                .of(member.community())
                .change(tx, member.id)
                .when(member.tags == null ? exists("tags", false) : eq("tags", member.tags))
                .by(set("tags", tags))
                .emitting(new MemberTagged(member.communityId, member.accountId, tags));
    }

    static Uni<Void> roles(CommunityId community, String accountId, Version version, List<String> ids) {
        return see(community, accountId, "roles", version, new Roles(version, ids));
    }

    /** Empty where the account is no member. */
    static Uni<@Nullable MemberDocument> tagged(Tx tx, CommunityId community, String accountId, List<String> tags) {
        return members()
                .of(community)
                .change(tx, id(community.id(), accountId))
                .when(JOINED)
                .by(set("tags", tags))
                .emitting(new MemberTagged(community.id(), accountId, tags));
    }

    /** Of an account, in all its communities; an older login changes nothing. */
    static Uni<Void> loggedIn(String accountId, Instant at) {
        return members()
                .ofAllCommunities()
                .updateMany(eq("accountId", accountId), max("lastLogin", at))
                .replaceWithVoid();
    }

    /** What the owner of the account changed, in one of its communities. */
    static Uni<Void> profiled(Tx tx, MemberDocument member, AccountProfiled change, Version version) {
        member.displayName = orElse(change.displayName(), member.displayName);
        member.firstName = orElse(change.firstName(), member.firstName);
        member.lastName = orElse(change.lastName(), member.lastName);
        return members()
                .of(member.community())
                .change(tx, member.id)
                .when(version.newerThan("profile.version"))
                .by(combine(
                        set("displayName", member.displayName),
                        set("firstName", member.firstName),
                        set("lastName", member.lastName),
                        change.language() == null ? combine() : set("language", change.language()),
                        set("profile", new Profile(version))))
                .emitting(profiled(member))
                .replaceWithVoid();
    }

    private static String orElse(@Nullable String changed, String before) {
        return changed == null ? before : changed;
    }

    private static MemberProfiled profiled(MemberDocument member) {
        return new MemberProfiled(
                member.communityId,
                member.accountId,
                member.userId,
                member.username,
                member.email,
                member.firstName,
                member.lastName,
                member.displayName);
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

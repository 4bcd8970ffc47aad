package dev.regulars.identity.directory.member;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.nor;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.set;
import static java.util.Comparator.comparing;

import com.mongodb.client.model.Sorts;
import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.CallerChanged.Scope;
import dev.regulars.events.identity.IdentityEvent.MemberProfiled;
import dev.regulars.identity.accounts.Account;
import dev.regulars.identity.name.EmailAddress;
import dev.regulars.identity.name.NameRules;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * An account in one community: its profile there, and beside it what other services own, each source with its version. Everything that
 * is read of a member is in this one document.
 */
@MongoEntity(collection = "members")
public class MemberDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public String communityId;
    public String accountId;
    public String userId;
    public String username;
    public String usernameKey;
    public String email;
    public String emailKey;
    public String firstName;
    public String lastName;
    public String displayName;
    /** From community-service; absent until the join is known. */
    public @Nullable Membership membership;
    /** From community-service; present for the owner of the community. */
    public @Nullable Ownership ownership;
    /** Written by the outbox; only read here. */
    public Version version;

    /** When the account joined and left, as of a version of the membership. */
    public record Membership(
            Version version, Instant joinedAt, @Nullable Instant leftAt) {}

    /** Whether the account owns the community, as of a version of the community. */
    public record Ownership(Version version, boolean owner) {}

    /** False where there is an entry already: its names are the community's to change. */
    static Uni<Boolean> insert(
            Tx tx,
            CommunityId community,
            Account account,
            dev.regulars.identity.directory.community.@Nullable Membership seen) {
        MemberDocument member = of(community, account);
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

    private static MemberDocument of(CommunityId community, Account account) {
        var member = new MemberDocument();
        member.id = id(community.id(), account.id());
        member.communityId = community.id();
        member.accountId = account.id();
        member.userId = account.userId();
        member.username = account.username();
        member.usernameKey = NameRules.usernameKey(account.username());
        member.email = account.email();
        member.emailKey = EmailAddress.canonical(account.email());
        member.firstName = account.firstName();
        member.lastName = account.lastName();
        member.displayName = account.displayName();
        return member;
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

    public CommunityId community() {
        return CommunityId.trusted(communityId);
    }

    /** A source's state replaces older ones of the same source only. */
    private static Uni<Void> see(
            CommunityId community, String accountId, String source, Version version, Object state) {
        return members()
                .ofAllCommunities()
                .updateOne(and(one(community, accountId), version.newerThan(source + ".version")), set(source, state))
                .replaceWithVoid();
    }

    static Uni<@Nullable MemberDocument> find(Tx tx, CommunityId community, String accountId) {
        return members().of(community).find(tx, id(community.id(), accountId));
    }

    /** For the token exchange, where a call names a community that is not known to be the caller's. */
    static Uni<@Nullable MemberDocument> ofCredential(Tx tx, String communityId, String accountId) {
        return tx.find(
                members().ofAllCommunities(),
                and(eq("_id", id(communityId, accountId)), eq("communityId", communityId)));
    }

    /** Former members are not found. */
    static Uni<@Nullable MemberDocument> joinedBy(Tx tx, CommunityId community, String idOrEmail) {
        Bson joined = and(exists("membership"), exists("membership.leftAt", false));
        return members().of(community).find(tx, and(byIdOrEmail(UserReference.of(idOrEmail)), joined));
    }

    /** Former members too. */
    static Uni<@Nullable MemberDocument> named(Tx tx, CommunityId community, String user) {
        UserReference reference = UserReference.of(user);
        return members()
                .of(community)
                .list(tx, or(byIdOrEmail(reference), byUsername(reference)), Sorts.ascending("_id"), 0)
                .collect()
                .asList()
                .map(found -> found.stream()
                        .min(comparing(member -> !reference.isIdOf(member)))
                        .orElse(null));
    }

    private static Bson byIdOrEmail(UserReference user) {
        return switch (user.form()) {
            case USER_ID -> eq("userId", user.value());
            case ACCOUNT_ID -> eq("accountId", user.value());
            case EMAIL -> eq("emailKey", user.value());
            case NO_ID -> nor(exists("_id"));
        };
    }

    private static Bson byUsername(UserReference user) {
        Bson alike = eq("usernameKey", NameRules.usernameKey(user.username()));
        return user.form() == UserReference.Form.NO_ID ? alike : and(alike, eq("username", user.username()));
    }

    static Uni<List<MemberDocument>> all(Tx tx, CommunityId community, Collection<String> accountIds) {
        List<String> ids =
                accountIds.stream().map(account -> id(community.id(), account)).toList();
        return members()
                .of(community)
                .list(tx, in("_id", ids), Sorts.ascending("_id"), 0)
                .collect()
                .asList();
    }

    static Uni<Void> buildIndexes() {
        return index("usernameKey")
                .chain(() -> index("userId"))
                .chain(() -> index("emailKey"))
                .chain(() -> index("accountId"));
    }

    private static Uni<Void> index(String field) {
        return members().createIndex(ascending("communityId", field));
    }

    private static Bson one(CommunityId community, String accountId) {
        return and(eq("_id", id(community.id(), accountId)), eq("communityId", community.id()), eq("deleted", false));
    }

    private static String id(String communityId, String accountId) {
        return communityId + ":" + accountId;
    }

    private static TenantCollection.All<MemberDocument> members() {
        return TenantCollection.all(mongoCollection());
    }
}

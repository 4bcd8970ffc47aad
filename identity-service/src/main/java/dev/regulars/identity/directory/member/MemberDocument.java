package dev.regulars.identity.directory.member;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.set;
import static java.util.Comparator.comparing;

import com.mongodb.client.model.IndexOptions;
import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.CallerChanged.Scope;
import dev.regulars.events.identity.IdentityEvent.MemberProfiled;
import dev.regulars.identity.accounts.Account;
import dev.regulars.identity.name.NameRules;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * A person in one community: the profile is kept here, what comes from elsewhere beside it, each source with its version.
 * The directory is read by this one document.
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
    /** From community-service: absent until the join is known. */
    public @Nullable Membership membership;
    /** From community-service: there for the owner of the community. */
    public @Nullable Ownership ownership;
    /** Kept by the outbox; read here only. */
    public Version version;

    /** That somebody joined, and whether they left, as of a version of the membership. */
    public record Membership(
            Version version, Instant joinedAt, @Nullable Instant leftAt) {}

    /** Who owns the community, as of a version of it. */
    public record Ownership(Version version, boolean owner) {}

    /** Profiles the account in the community, once: its names there are a copy, to be changed there. */
    static Uni<Void> profile(Tx tx, String communityId, Account account) {
        var member = new MemberDocument();
        member.id = id(communityId, account.id());
        member.communityId = communityId;
        member.accountId = account.id();
        member.userId = account.userId();
        member.username = account.username();
        member.usernameKey = NameRules.usernameKey(account.username());
        member.email = account.email();
        member.emailKey = NameRules.key(account.email());
        member.firstName = account.firstName();
        member.lastName = account.lastName();
        member.displayName = account.displayName();
        var profiled = new MemberProfiled(
                communityId,
                account.id(),
                account.userId(),
                account.username(),
                account.email(),
                account.firstName(),
                account.lastName());
        return tx.insert(members(), member, profiled)
                .onFailure(DuplicateKey::is)
                .recoverWithNull()
                .replaceWithVoid();
    }

    static Uni<Void> joined(String communityId, String accountId, Version version, Instant joinedAt) {
        return see(communityId, accountId, "membership", version, new Membership(version, joinedAt, null));
    }

    /** Whoever keeps an answer about a member hears of it; a stranger's answer is kept by nobody, so joining is quiet. */
    static Uni<Void> left(
            Tx tx, String communityId, String accountId, Version version, Instant joinedAt, Instant leftAt) {
        return tx.change(members(), one(communityId, accountId))
                .when(version.newerThan("membership.version"))
                .by(set("membership", new Membership(version, joinedAt, leftAt)))
                .emitting(new CallerChanged(Scope.MEMBERSHIP, accountId, communityId))
                .replaceWithVoid();
    }

    static Uni<Void> owned(String communityId, String accountId, Version version, boolean owner) {
        return see(communityId, accountId, "ownership", version, new Ownership(version, owner));
    }

    /** A source's state replaces an older one of the same source, never a newer. */
    private static Uni<Void> see(String communityId, String accountId, String source, Version version, Object state) {
        return members()
                .updateOne(and(one(communityId, accountId), version.newerThan(source + ".version")), set(source, state))
                .replaceWithVoid();
    }

    static Uni<@Nullable MemberDocument> find(Tx tx, String communityId, String accountId) {
        return tx.find(members(), one(communityId, accountId));
    }

    /** Whom the API calls by this id or address; people who have not joined are not found. */
    static Uni<@Nullable MemberDocument> joinedBy(Tx tx, String communityId, String idOrEmail) {
        Bson named = idOrEmail.contains("@")
                ? eq("emailKey", NameRules.key(idOrEmail))
                : idOrEmail.length() == 24
                        ? eq("accountId", idOrEmail.toLowerCase(java.util.Locale.ROOT))
                        : eq("userId", idOrEmail);
        Bson joined = and(exists("membership"), exists("membership.leftAt", false));
        return tx.find(members(), and(eq("communityId", communityId), named, joined));
    }

    /** Also those who left. That a username may look like somebody's id does not make it theirs. */
    static Uni<@Nullable MemberDocument> called(String communityId, String user) {
        String username = NameRules.usernameKey(user);
        String key = NameRules.key(user);
        Bson named = or(eq("usernameKey", username), eq("emailKey", key), eq("userId", user), eq("accountId", key));
        return members()
                .find(and(eq("communityId", communityId), named))
                .collect()
                .asList()
                .map(found -> found.stream()
                        .min(comparing(member -> !username.equals(member.usernameKey)))
                        .orElse(null));
    }

    static Uni<List<MemberDocument>> all(String communityId, Collection<String> accountIds) {
        List<String> ids =
                accountIds.stream().map(account -> id(communityId, account)).toList();
        return members()
                .find(and(in("_id", ids), eq("communityId", communityId)))
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
        return members()
                .createIndex(ascending("communityId", field), new IndexOptions())
                .replaceWithVoid();
    }

    private static Bson one(String communityId, String accountId) {
        return and(eq("_id", id(communityId, accountId)), eq("communityId", communityId));
    }

    private static String id(String communityId, String accountId) {
        return communityId + ":" + accountId;
    }

    private static ReactiveMongoCollection<MemberDocument> members() {
        return mongoCollection();
    }
}

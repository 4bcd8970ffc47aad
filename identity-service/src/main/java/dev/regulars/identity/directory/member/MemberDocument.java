package dev.regulars.identity.directory.member;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Indexes.ascending;

import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.accounts.Account;
import dev.regulars.identity.directory.member.Sources.Access;
import dev.regulars.identity.directory.member.Sources.Balances;
import dev.regulars.identity.directory.member.Sources.LoginStreak;
import dev.regulars.identity.directory.member.Sources.Membership;
import dev.regulars.identity.directory.member.Sources.Ownership;
import dev.regulars.identity.directory.member.Sources.Presence;
import dev.regulars.identity.directory.member.Sources.Profile;
import dev.regulars.identity.directory.member.Sources.Roles;
import dev.regulars.identity.name.EmailAddress;
import dev.regulars.identity.name.NameRules;
import dev.regulars.internal.people.PersonKey;
import dev.regulars.web.page.PageRequest;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonIgnore;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * An account in one community: its profile there, and beside it what other services own, each source with its version. Everything that
 * is read of a member is in this one document.
 */
@MongoEntity(collection = "members")
public class MemberDocument extends ReactivePanacheMongoEntityBase {

    public static final Bson JOINED = and(exists("membership"), exists("membership.leftAt", false));

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

    public @Nullable Access access;
    public @Nullable Roles roles;
    public @Nullable Presence presence;
    public Balances balances;
    public @Nullable LoginStreak loginStreak;
    public @Nullable Profile profile;
    /** The community's own; the owner's account may have another. */
    public @Nullable String nickname;
    /** Its English name; absent for English. */
    public @Nullable String language;
    /** Of the account, anywhere. */
    public @Nullable Instant lastLogin;
    /** A URL. */
    public @Nullable String avatar;

    /** The referrer's value of the community's field that identifies users. */
    public @Nullable String referral;

    public @Nullable List<String> tags;
    /** Values of custom fields by the id of the field. */
    public @Nullable Document fields;
    /** The same as pairs {@code k, v}, for the one index that finds members by any of them. Written together with {@code fields}. */
    public @Nullable List<Document> attributes;
    /** Written by the outbox; only read here. */
    public Version version;

    static MemberDocument of(CommunityId community, Account account) {
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
        member.language = account.language();
        member.lastLogin = account.lastLogin();
        member.access = new Access(new Version(0, 0), 0);
        member.balances = Balances.NONE;
        return member;
    }

    /** False for someone who left, and for an entry whose join is not known yet. */
    @BsonIgnore
    public boolean isJoined() {
        return membership != null && membership.leftAt() == null;
    }

    @BsonIgnore
    public boolean isOnline() {
        return presence != null && presence.isOnline();
    }

    public int accessLevel() {
        return access == null ? 0 : access.level();
    }

    public boolean isCalled(PersonKey by, String name) {
        UserReference reference = UserReference.of(by, name);
        return reference.isIdOf(this) || reference.isNameOf(this);
    }

    /** As it is stored; absent where the member has none. */
    public @Nullable Object fieldValue(String fieldId) {
        return fields == null ? null : fields.get(fieldId);
    }

    public Balances balances() {
        return balances == null ? Balances.NONE : balances;
    }

    public long loginStreakOn(String today) {
        return loginStreak == null ? 0 : loginStreak.on(today);
    }

    public String shownLanguage() {
        return language == null ? "English" : language;
    }

    public List<String> tags() {
        return tags == null ? List.of() : tags;
    }

    public List<String> roleIds() {
        return roles == null ? List.of() : roles.ids();
    }

    public CommunityId community() {
        return CommunityId.trusted(communityId);
    }

    /** The entries of an account in all its communities. */
    static Uni<List<MemberDocument>> ofAccount(Tx tx, String accountId) {
        return tx.list(members().ofAllCommunities(), eq("accountId", accountId), new FindOptions())
                .collect()
                .asList();
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

    static Uni<List<MemberDocument>> joined(Tx tx, CommunityId community, PageRequest page) {
        return tx.list(
                        members().ofAllCommunities(),
                        and(eq("communityId", community.id()), JOINED),
                        new FindOptions()
                                .sort(ascending("_id"))
                                .skip(page.skip())
                                .limit(page.limit()))
                .collect()
                .asList();
    }

    public static Bson one(CommunityId community, String accountId) {
        return and(eq("_id", id(community.id(), accountId)), eq("communityId", community.id()), eq("deleted", false));
    }

    public static String id(String communityId, String accountId) {
        return communityId + ":" + accountId;
    }

    public static TenantCollection.All<MemberDocument> members() {
        return TenantCollection.all(mongoCollection());
    }
}

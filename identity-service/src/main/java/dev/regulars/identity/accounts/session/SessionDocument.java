package dev.regulars.identity.accounts.session;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.IndexOptions;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.CallerChanged.Scope;
import dev.regulars.events.identity.IdentityEvent.AccountLoggedIn;
import dev.regulars.identity.accounts.account.AccountDocument;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.value.Ids;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A login of one person on one device. */
@MongoEntity(collection = "sessions")
public class SessionDocument extends ReactivePanacheMongoEntityBase {

    /** The kind of a session that a login URL opened: it has neither a refresh token nor one of its own. */
    static final String SSO = "sso";

    private static final long KEPT_AFTER_THE_END = 30;

    @BsonId
    public String id;

    public String accountId;
    /** The prefix of all refresh tokens of this session. */
    public String family;

    public String refreshHash;
    /** Base64 of the SHA-256 of a token that is good as long as the session; absent where it is refreshed. */
    public @Nullable String tokenHash;
    /** The refresh token that the current one replaced, and when. */
    public @Nullable String replacedHash;

    public @Nullable Instant replacedAt;
    /** The current refresh token under the master key, for a client that shows the replaced one once more. */
    public @Nullable String encryptedRefresh;
    /** Live while its account is at the same one, or keeps this session by its id. */
    public long generation;

    public String kind;
    /** The only community that it can be used in; absent for a login to the account itself. */
    public @Nullable String community;

    public String address;
    public Instant createdAt;
    public Instant lastUsedAt;
    public Instant expiresAt;
    public @Nullable Instant revokedAt;

    /** The next refresh token of a session. */
    record Successor(RefreshToken token, String encrypted) {

        @Override
        public String toString() {
            return "Successor";
        }
    }

    /** Of the account's generation; without a token yet. */
    static SessionDocument of(AccountDocument account, String kind, String address, Instant now) {
        var session = new SessionDocument();
        session.id = Ids.next(); // newer sessions have greater ids
        session.accountId = account.id;
        session.generation = account.sessionGeneration;
        session.kind = kind;
        session.community =
                account.hasVerifiedAddress() || account.madeBy == null ? null : account.madeBy.communityId();
        session.address = address;
        session.createdAt = now;
        session.lastUsedAt = now;
        return session;
    }

    boolean isLive(AccountDocument account, Instant now) {
        return revokedAt == null
                && expiresAt.isAfter(now)
                && (generation == account.sessionGeneration || id.equals(account.keptSession));
    }

    Uni<SessionDocument> begin(Tx tx, String userId) {
        return tx.insert(sessions(), this, new AccountLoggedIn(accountId, userId, id, createdAt));
    }

    /** Empty where the token is not the current one of its session, or the session has ended. */
    static Uni<@Nullable SessionDocument> rotate(
            Tx tx, RefreshToken shown, Successor next, String address, Instant now, Instant end) {
        return tx.change(sessions(), eq("family", shown.family()))
                .when(and(eq("refreshHash", shown.hash()), going(now)))
                .by(combine(
                        set("refreshHash", next.token().hash()),
                        set("encryptedRefresh", next.encrypted()),
                        set("replacedHash", shown.hash()),
                        set("replacedAt", now),
                        set("lastUsedAt", now),
                        set("expiresAt", end),
                        set("address", address)))
                .withoutEvent();
    }

    /** Empty where it has ended already, or belongs to another account. */
    static Uni<@Nullable SessionDocument> revoke(Tx tx, String accountId, String id, Instant now) {
        return tx.change(sessions(), and(eq("_id", id), eq("accountId", accountId)))
                .when(going(now))
                .by(set("revokedAt", now))
                .emitting(new CallerChanged(Scope.CREDENTIAL, id, null));
    }

    public static Uni<@Nullable SessionDocument> ofFamily(Tx tx, String family) {
        return tx.find(sessions(), eq("family", family));
    }

    static Uni<@Nullable SessionDocument> ofToken(Tx tx, String tokenHash) {
        return tx.find(sessions(), eq("tokenHash", tokenHash));
    }

    /** The newest ones that have not ended. */
    static Uni<List<SessionDocument>> newest(AccountDocument account, int most, Instant now) {
        return sessions()
                .find(
                        of(account, now),
                        new FindOptions().sort(descending("_id")).limit(most))
                .collect()
                .asList();
    }

    static Uni<@Nullable SessionDocument> byId(Tx tx, String accountId, String id) {
        return tx.find(sessions(), and(eq("_id", id), eq("accountId", accountId)));
    }

    /** The newest first. */
    static Uni<Page<SessionDocument>> page(AccountDocument account, PageRequest page, Instant now) {
        String after = page.cursor();
        if (after != null && !ObjectId.isValid(after)) {
            throw Refusal.invalid("cursor", "is not one of this list");
        }
        Bson rest = after == null ? exists("_id") : lt("_id", after);
        return sessions()
                .find(
                        and(of(account, now), rest),
                        new FindOptions().sort(descending("_id")).limit(page.limit() + 1))
                .collect()
                .asList()
                .map(found -> page(found, page));
    }

    private static Page<SessionDocument> page(List<SessionDocument> found, PageRequest page) {
        boolean isLast = found.size() <= page.limit();
        List<SessionDocument> items = isLast ? found : found.subList(0, page.limit());
        return new Page<>(items, page, null, isLast ? null : items.getLast().id);
    }

    static Uni<Long> countOthers(AccountDocument account, String id, Instant now) {
        return sessions().countDocuments(and(of(account, now), ne("_id", id)));
    }

    private static Bson of(AccountDocument account, Instant now) {
        return and(
                eq("accountId", account.id),
                going(now),
                or(eq("generation", account.sessionGeneration), eq("_id", account.keptSession)));
    }

    private static Bson going(Instant now) {
        return and(exists("revokedAt", false), gt("expiresAt", now));
    }

    /** Sessions that began before they had families have none, and end without being refreshed. */
    static Uni<Void> buildIndexes() {
        return sessions()
                .createIndex(
                        ascending("family"), new IndexOptions().unique(true).partialFilterExpression(exists("family")))
                .chain(() -> sessions()
                        .createIndex(
                                ascending("tokenHash"),
                                new IndexOptions().unique(true).partialFilterExpression(exists("tokenHash"))))
                .chain(() -> sessions().createIndex(ascending("accountId", "_id")))
                .chain(() -> sessions()
                        .createIndex(
                                ascending("expiresAt"),
                                new IndexOptions().expireAfter(KEPT_AFTER_THE_END, TimeUnit.DAYS)))
                .replaceWithVoid();
    }

    private static ReactiveMongoCollection<SessionDocument> sessions() {
        return collection().ofAllCommunities();
    }

    private static TenantCollection.All<SessionDocument> collection() {
        return TenantCollection.all(mongoCollection());
    }
}

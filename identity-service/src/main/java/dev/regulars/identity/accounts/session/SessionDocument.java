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
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.CallerChanged.Scope;
import dev.regulars.events.identity.IdentityEvent.AccountLoggedIn;
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

/** Somebody is logged in somewhere. The refresh token itself is the client's alone. */
@MongoEntity(collection = "sessions")
public class SessionDocument extends ReactivePanacheMongoEntityBase {

    private static final long KEPT_AFTER_THE_END = 30;

    @BsonId
    public String id;

    public String accountId;
    /** What all refresh tokens of this session begin with. */
    public String family;

    public String refreshHash;
    /** Good while its account is at the same one, or keeps this session by its id. */
    public long generation;

    public String kind;
    /** The only community that it is good in; absent for a login of the person's own. */
    public @Nullable String community;

    public String address;
    public Instant createdAt;
    public Instant lastUsedAt;
    public Instant expiresAt;
    public @Nullable Instant revokedAt;

    /** Newer sessions have greater ids. */
    static String nextId() {
        return new ObjectId().toHexString();
    }

    Uni<SessionDocument> begin(Tx tx, String userId) {
        return tx.insert(sessions(), this, new AccountLoggedIn(accountId, userId, id, createdAt));
    }

    /** Empty where the token is not the newest one of its session, or the session is over. */
    static Uni<@Nullable SessionDocument> rotate(
            Tx tx, RefreshToken shown, RefreshToken next, String address, Instant now, Instant end) {
        return tx.change(sessions(), eq("family", shown.family()))
                .when(and(eq("refreshHash", shown.hash()), going(now)))
                .by(combine(
                        set("refreshHash", next.hash()),
                        set("lastUsedAt", now),
                        set("expiresAt", end),
                        set("address", address)))
                .withoutEvent();
    }

    /** Empty where it is over already, or not this account's. */
    static Uni<@Nullable SessionDocument> revoke(Tx tx, String accountId, String id, Instant now) {
        return tx.change(sessions(), and(eq("_id", id), eq("accountId", accountId)))
                .when(going(now))
                .by(set("revokedAt", now))
                .emitting(new CallerChanged(Scope.CREDENTIAL, id, null));
    }

    static Uni<@Nullable SessionDocument> ofFamily(Tx tx, String family) {
        return tx.find(sessions(), eq("family", family));
    }

    static Uni<@Nullable SessionDocument> going(Tx tx, String accountId, String id, Instant now) {
        return tx.find(sessions(), and(eq("_id", id), eq("accountId", accountId), going(now)));
    }

    /** The newest first. */
    static Uni<List<SessionDocument>> page(
            SessionAccountDocument holder, @Nullable String after, int limit, Instant now) {
        Bson rest = after == null ? exists("_id") : lt("_id", after);
        return sessions()
                .find(
                        and(of(holder, now), rest),
                        new FindOptions().sort(descending("_id")).limit(limit))
                .collect()
                .asList();
    }

    static Uni<Long> countOthers(SessionAccountDocument holder, String id, Instant now) {
        return sessions().countDocuments(and(of(holder, now), ne("_id", id)));
    }

    private static Bson of(SessionAccountDocument holder, Instant now) {
        return and(
                eq("accountId", holder.id),
                going(now),
                or(eq("generation", holder.sessionGeneration), eq("_id", holder.keptSession)));
    }

    private static Bson going(Instant now) {
        return and(exists("revokedAt", false), gt("expiresAt", now));
    }

    /** Sessions that began before they had families have none, and end without being refreshed. */
    static Uni<Void> buildIndexes() {
        return sessions()
                .createIndex(
                        ascending("family"), new IndexOptions().unique(true).partialFilterExpression(exists("family")))
                .chain(() -> sessions().createIndex(ascending("accountId", "_id")))
                .chain(() -> sessions()
                        .createIndex(
                                ascending("expiresAt"),
                                new IndexOptions().expireAfter(KEPT_AFTER_THE_END, TimeUnit.DAYS)))
                .replaceWithVoid();
    }

    private static ReactiveMongoCollection<SessionDocument> sessions() {
        return mongoCollection();
    }
}

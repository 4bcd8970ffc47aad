package dev.regulars.identity.accounts.userkey;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Sorts;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.CallerChanged.Scope;
import dev.regulars.identity.accounts.key.KeyExpiry;
import dev.regulars.identity.accounts.key.KeySecretWrites;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** An API key of a user for one community. Only its hash is stored; the key itself is returned once. */
@MongoEntity(collection = "userKeys")
public class UserKeyDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public String communityId;
    public String accountId;
    public String userId;
    /** The address of the account was not verified then, so somebody else may have created it: it ends with the verification. */
    public boolean beforeVerification;

    public String name;
    public String hash;
    public String masked;
    /** While the key is being rotated. */
    public @Nullable String previousHash;

    public @Nullable Instant previousEnd;
    public List<String> permissions;
    /** Absent for all channels. */
    public @Nullable List<String> channelIds;

    public boolean active;
    public int expirePeriod;
    public @Nullable Instant expireDate;
    public @Nullable Instant lastUsedAt;
    public Instant createdAt;
    public Instant updatedAt;

    KeyExpiry expiry() {
        return new KeyExpiry(expirePeriod, expireDate);
    }

    Uni<UserKeyDocument> insert(Tx tx) {
        return tx.insert(keys(), this);
    }

    static Uni<Long> count(Tx tx, String accountId) {
        return tx.count(keys(), eq("accountId", accountId));
    }

    /** The oldest first; an account has few. */
    static Uni<List<UserKeyDocument>> list(Tx tx, KeyOwner owner) {
        return tx.list(keys(), of(owner), new FindOptions().sort(Sorts.ascending("_id")))
                .collect()
                .asList();
    }

    static Uni<@Nullable UserKeyDocument> find(Tx tx, KeyOwner owner, String id) {
        return tx.find(keys(), and(eq("_id", id), of(owner)));
    }

    /** Everything of it that its owner can change. */
    Uni<@Nullable UserKeyDocument> store(Tx tx) {
        Bson change = combine(
                set("name", name),
                set("permissions", permissions),
                set("channelIds", channelIds),
                set("active", active),
                set("updatedAt", updatedAt),
                KeySecretWrites.expiring(expiry()));
        return tx.change(keys(), own()).by(change).emitting(changed());
    }

    /** Empty where it has another secret by now. */
    Uni<@Nullable UserKeyDocument> rotate(Tx tx, String secret, Instant previousEnd, Instant now) {
        return tx.change(keys(), own())
                .when(eq(KeySecretWrites.HASH, hash))
                .by(KeySecretWrites.replacedBy(secret, hash, previousEnd, now))
                .emitting(changed());
    }

    Uni<@Nullable UserKeyDocument> remove(Tx tx) {
        return tx.change(keys(), own()).deletingAndEmitting(changed());
    }

    /** Those that an account had in a community at that time. */
    public static Uni<Void> removeUntil(Tx tx, CommunityId community, String accountId, Instant latest) {
        Bson which = and(eq("accountId", accountId), eq("communityId", community.id()), lte("createdAt", latest));
        return tx.list(keys(), which, new FindOptions())
                .collect()
                .asList()
                .chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(key -> key.remove(tx))
                        .collect()
                        .asList())
                .replaceWithVoid();
    }

    /** By hash alone: the key determines its owner. Empty for one that is unknown, suspended, or expired. */
    static Uni<@Nullable UserKeyDocument> findValid(Tx tx, String hash, Instant now) {
        return tx.find(keys(), and(eq("active", true), KeySecretWrites.opensWith(hash, now)));
    }

    Uni<Void> recordUse(Instant now) {
        return KeySecretWrites.isUnrecorded(lastUsedAt, now)
                ? keys().updateOne(and(own(), KeySecretWrites.unrecorded(now)), set("lastUsedAt", now))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private Bson own() {
        return and(eq("_id", id), eq("accountId", accountId));
    }

    private static Bson of(KeyOwner owner) {
        Bson own = eq("accountId", owner.accountId());
        return owner.community() == null ? own : and(own, eq("communityId", owner.community()));
    }

    private CallerChanged changed() {
        return new CallerChanged(Scope.CREDENTIAL, id, null);
    }

    static Uni<Void> buildIndexes() {
        var all = collection();
        return all.createIndex(ascending(KeySecretWrites.HASH), new IndexOptions().unique(true))
                .chain(() -> all.createIndex(ascending(KeySecretWrites.PREVIOUS_HASH), new IndexOptions().sparse(true)))
                .chain(() -> all.createIndex(ascending("accountId", "communityId")));
    }

    private static ReactiveMongoCollection<UserKeyDocument> keys() {
        return collection().ofAllCommunities();
    }

    private static TenantCollection.All<UserKeyDocument> collection() {
        return TenantCollection.all(mongoCollection());
    }
}

package dev.regulars.identity.accounts.key;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.CallerChanged.Scope;
import dev.regulars.identity.accounts.key.Keys.PermissionUse;
import dev.regulars.identity.accounts.key.kind.KeyKind;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** An API key of a community. Only its hash is stored; the key itself is returned once. */
@MongoEntity(collection = "keys")
public class KeyDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public String communityId;
    /** The account that created it, and acts where the API asks for a person. */
    public String accountId;

    public String userId;
    public KeyKind kind;
    public String name;
    public String hash;
    public String masked;
    /** While the key is being rotated. */
    public @Nullable String previousHash;

    public @Nullable Instant previousEnd;
    public List<String> permissions;
    public int expirePeriod;
    public @Nullable Instant expireDate;
    public @Nullable Instant lastUsedAt;
    /** When a call last needed a permission. */
    public @Nullable Map<String, Instant> used;

    public Instant createdAt;
    public Instant updatedAt;

    KeyExpiry expiry() {
        return new KeyExpiry(expirePeriod, expireDate);
    }

    Uni<KeyDocument> insert(Tx tx) {
        return keys().of(tx.community()).insert(tx, this);
    }

    static Uni<@Nullable KeyDocument> find(Tx tx, CommunityId community, String id) {
        return keys().of(community).find(tx, id);
    }

    /** The oldest first. */
    static Uni<Page<KeyDocument>> page(Tx tx, CommunityId community, PageRequest page) {
        return keys().of(community).page(tx, new Document(), Sorts.ascending("createdAt"), page);
    }

    /** Empty where the community has no such key. */
    static Uni<@Nullable KeyDocument> change(
            Tx tx, String id, String name, List<String> permissions, KeyExpiry expiry, Instant now) {
        return keys().of(tx.community())
                .change(tx, id)
                .by(combine(
                        set("name", name),
                        set("permissions", permissions),
                        set("updatedAt", now),
                        KeySecretWrites.expiring(expiry)))
                .emitting(new CallerChanged(Scope.CREDENTIAL, id, null));
    }

    /** Empty where it has another secret by now. */
    Uni<@Nullable KeyDocument> rotate(Tx tx, String secret, Instant previousEnd, Instant now) {
        return keys().of(tx.community())
                .change(tx, id)
                .when(eq(KeySecretWrites.HASH, hash))
                .by(KeySecretWrites.replacedBy(secret, hash, previousEnd, now))
                .emitting(new CallerChanged(Scope.CREDENTIAL, id, null));
    }

    /** Empty where the community has no such key. */
    static Uni<@Nullable KeyDocument> remove(Tx tx, String id) {
        return keys().of(tx.community())
                .change(tx, id)
                .deletingAndEmitting(new CallerChanged(Scope.CREDENTIAL, id, null));
    }

    /** By hash alone: the key determines the community. Empty for one that is unknown, of another kind, or expired. */
    static Uni<@Nullable KeyDocument> findValid(Tx tx, String hash, KeyKind kind, Instant now) {
        return tx.find(keys().ofAllCommunities(), and(eq("kind", kind), KeySecretWrites.opensWith(hash, now)));
    }

    /** By id alone, from a token that was issued for it. */
    static Uni<@Nullable KeyDocument> findValidById(Tx tx, String id, KeyKind kind, Instant now) {
        return tx.find(
                keys().ofAllCommunities(), and(eq("_id", id), eq("kind", kind), KeySecretWrites.isUnexpired(now)));
    }

    static Uni<Void> recordUse(KeyDocument key, Instant now) {
        return KeySecretWrites.isUnrecorded(key.lastUsedAt, now)
                ? keys().ofAllCommunities()
                        .updateOne(
                                and(
                                        eq("_id", key.id),
                                        eq("communityId", key.communityId),
                                        KeySecretWrites.unrecorded(now)),
                                set("lastUsedAt", now))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    /** Reports may come late, and twice. */
    static Uni<Void> recordUses(List<PermissionUse> uses) {
        List<WriteModel<KeyDocument>> writes = uses.stream()
                .<WriteModel<KeyDocument>>map(use -> new UpdateOneModel<>(
                        eq("_id", use.keyId()), max("used." + use.permission().wire(), use.at())))
                .toList();
        return writes.isEmpty()
                ? Uni.createFrom().voidItem()
                : keys().ofAllCommunities()
                        .bulkWrite(writes, new BulkWriteOptions().ordered(false))
                        .replaceWithVoid();
    }

    static Uni<Void> buildIndexes() {
        return keys().createIndex(ascending(KeySecretWrites.HASH), new IndexOptions().unique(true))
                .chain(() ->
                        keys().createIndex(ascending(KeySecretWrites.PREVIOUS_HASH), new IndexOptions().sparse(true)))
                .chain(() -> keys().createIndex(ascending("communityId", "createdAt", "_id")));
    }

    private static TenantCollection.All<KeyDocument> keys() {
        return TenantCollection.all(mongoCollection());
    }
}

package dev.regulars.identity.accounts.key;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.IndexOptions;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.CallerChanged.Scope;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** An API key of a community. Only its hash is stored; the key itself is returned once. */
@MongoEntity(collection = "keys")
public class KeyDocument extends ReactivePanacheMongoEntityBase {

    private static final Duration USE_RECORDED_EVERY = Duration.ofMinutes(1);

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
    public List<String> permissions;
    public int expirePeriod;
    public @Nullable Instant expireDate;
    public @Nullable Instant lastUsedAt;
    public Instant createdAt;
    public Instant updatedAt;

    Uni<KeyDocument> insert(Tx tx) {
        return keys().of(tx.community()).insert(tx, this);
    }

    /** Empty where the community has no such key. */
    static Uni<@Nullable KeyDocument> remove(Tx tx, String id) {
        return keys().of(tx.community())
                .change(tx, id)
                .deletingAndEmitting(new CallerChanged(Scope.CREDENTIAL, id, null));
    }

    /** By hash alone: the key determines the community. Empty for one that is unknown, of another kind, or expired. */
    static Uni<@Nullable KeyDocument> findValid(Tx tx, String hash, KeyKind kind, Instant now) {
        return tx.find(
                keys().ofAllCommunities(),
                and(eq("hash", hash), eq("kind", kind), or(exists("expireDate", false), gt("expireDate", now))));
    }

    /** Once a minute, so that a busy key does not cost a write per call. */
    static Uni<Void> recordUse(KeyDocument key, Instant now) {
        Instant before = now.minus(USE_RECORDED_EVERY);
        if (key.lastUsedAt != null && key.lastUsedAt.isAfter(before)) {
            return Uni.createFrom().voidItem();
        }
        return keys().ofAllCommunities()
                .updateOne(
                        and(
                                eq("_id", key.id),
                                eq("communityId", key.communityId),
                                or(exists("lastUsedAt", false), lt("lastUsedAt", before))),
                        set("lastUsedAt", now))
                .replaceWithVoid();
    }

    static Uni<Void> buildIndexes() {
        return keys().createIndex(ascending("hash"), new IndexOptions().unique(true))
                .chain(() -> keys().createIndex(ascending("communityId", "createdAt")));
    }

    private static TenantCollection.All<KeyDocument> keys() {
        return TenantCollection.all(mongoCollection());
    }
}

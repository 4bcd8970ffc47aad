package dev.regulars.webhook.incoming.hook;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.IndexOptions;
import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.webhook.encryption.EncryptionKey;
import dev.regulars.webhook.encryption.EncryptionMode;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** An incoming webhook as MongoDB stores it. */
@MongoEntity(collection = "incomingHooks")
public class IncomingHookDocument extends ReactivePanacheMongoEntityBase {

    private static final String SLOTS = "incoming_slot";

    @BsonId
    public String id;

    public String communityId;
    public int slot;
    public String name;
    public IncomingAction action;
    public @Nullable String channelId;
    public @Nullable String sender;
    public boolean apiKeyEnabled;
    /** SHA-256 of the key. */
    public String apiKeyHash;

    public @Nullable String previousApiKeyHash;
    public @Nullable Instant previousApiKeyUntil;
    /** Secret of the signatures, encrypted under the master key; null: they are not asked for. */
    public @Nullable String secret;

    public EncryptionMode mode;
    public @Nullable EncryptionKey key;
    public @Nullable EncryptionKey previousKey;
    public @Nullable Instant previousKeyUntil;
    public long revision;
    public Instant createdAt;
    public Instant updatedAt;

    public CommunityId community() {
        return CommunityId.trusted(communityId);
    }

    /** The webhook that a URL names, of whatever community. */
    public static Uni<@Nullable IncomingHookDocument> called(String id) {
        return hooks().ofAllCommunities()
                .find(and(eq("_id", id), eq("deleted", false)))
                .collect()
                .first();
    }

    static boolean isSlotTaken(Throwable failure) {
        return DuplicateKey.is(failure, SLOTS);
    }

    Uni<IncomingHookDocument> store(Tx tx, int slot) {
        this.communityId = tx.community().id();
        this.slot = slot;
        return hooks().of(tx.community()).insert(tx, this);
    }

    static Uni<List<IncomingHookDocument>> list(Tx tx, CommunityId community) {
        return hooks().of(community)
                .list(tx, empty(), descending("_id"), 0)
                .collect()
                .asList();
    }

    static Uni<@Nullable IncomingHookDocument> find(Tx tx, CommunityId community, String id) {
        return hooks().of(community).find(tx, id);
    }

    /** If nobody changed it since it was read. */
    Uni<@Nullable IncomingHookDocument> replace(Tx tx) {
        return change(
                tx,
                combine(
                        set("name", name),
                        set("action", action),
                        set("channelId", channelId),
                        set("sender", sender),
                        set("apiKeyEnabled", apiKeyEnabled),
                        set("secret", secret),
                        set("mode", mode),
                        set("key", key),
                        set("previousKey", previousKey),
                        set("previousKeyUntil", previousKeyUntil),
                        set("updatedAt", updatedAt)));
    }

    /** The key of before is taken too until {@code until}. */
    Uni<@Nullable IncomingHookDocument> rotateApiKey(Tx tx, String hash, Instant until, Instant now) {
        return change(
                tx,
                combine(
                        set("previousApiKeyHash", apiKeyHash),
                        set("previousApiKeyUntil", until),
                        set("apiKeyHash", hash),
                        set("updatedAt", now)));
    }

    /** The key of before is taken too until {@code until}. */
    Uni<@Nullable IncomingHookDocument> rotateKey(Tx tx, EncryptionKey next, Instant until, Instant now) {
        return change(
                tx,
                combine(
                        set("previousKey", key),
                        set("previousKeyUntil", until),
                        set("key", next),
                        set("updatedAt", now)));
    }

    static Uni<@Nullable IncomingHookDocument> remove(Tx tx, String id) {
        return hooks().of(tx.community()).change(tx, id).removing();
    }

    private Uni<@Nullable IncomingHookDocument> change(Tx tx, Bson change) {
        return hooks().of(tx.community())
                .change(tx, id)
                .when(eq("revision", revision))
                .by(combine(change, inc("revision", 1L)))
                .withoutEvent();
    }

    public static Uni<Void> index() {
        return hooks().createIndex(
                        ascending("communityId", "slot"),
                        new IndexOptions()
                                .partialFilterExpression(exists("slot"))
                                .name(SLOTS)
                                .unique(true));
    }

    private static TenantCollection.All<IncomingHookDocument> hooks() {
        return TenantCollection.all(mongoCollection());
    }
}

package dev.regulars.webhook.delivery;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.tenant.TenantCollection;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.RawBsonDocument;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** One event for one subscription. The id is derived from both, so a repeated event is stored once. */
@MongoEntity(collection = "deliveries")
public class DeliveryDocument extends ReactivePanacheMongoEntityBase {

    static final String STATE = "state";

    /** Open deliveries are counted with the dispatcher's index, which this one must not compete with. */
    private static final IndexOptions CLOSED_ONLY = new IndexOptions()
            .partialFilterExpression(in(
                    STATE, DeliveryState.DELIVERED.name(), DeliveryState.FAILED.name(), DeliveryState.DROPPED.name()));

    /** Of ordered subscriptions; no other query can use it. */
    private static final IndexOptions ORDERED_ONLY = new IndexOptions().partialFilterExpression(exists("orderKey"));

    /** Ids outlive the topic of the events, so that a repeated event finds its delivery. */
    private static final IndexOptions TTL = new IndexOptions().expireAfter(90L, TimeUnit.DAYS);

    private static final CountOptions MAX_COUNTED = new CountOptions().limit(100_000);

    /** {@code eventId:subscriptionId}; sent as {@code webhook-id}. */
    @BsonId
    public String id;

    public String communityId;
    public String subscriptionId;
    public String event;
    /** Rendered once, before encryption; the same for all attempts. */
    public byte[] body;

    public DeliveryState state;
    /** Why the delivery is in its state, in words. */
    public String reason;

    public int attempts;
    public Integer lastStatus;
    /** The order in which the deliveries of a subscription were stored. */
    public long seq;
    /** What it has in common with the deliveries that it waits for. */
    public @Nullable String orderKey;

    public Instant createdAt;
    /** When the windows between attempts began: when it was stored, or replayed. */
    public @Nullable Instant openedAt;

    public Instant nextAttemptAt;
    /** When it was delivered, failed or was dropped, by the real clock; the whole document goes 90 days later. */
    public @Nullable Instant closedAt;
    /** When the body of a closed delivery goes. */
    public @Nullable Instant bodyExpiresAt;
    /** W3C trace parent of the event, if it was traced. */
    public @Nullable String trace;
    /** Fence of the latest lease; holders of older leases cannot write. */
    public long fence;
    /** The last attempts. */
    public @Nullable List<LoggedAttempt> log;
    /** As every document of a community has it. */
    public boolean deleted;
    /** The replay of a range that opened it last. */
    public @Nullable String replayId;

    /** False if some were stored before: nobody knows then which of them are still to be sent. */
    public static Uni<Boolean> store(List<DeliveryDocument> created) {
        return deliveries()
                .withDocumentClass(RawBsonDocument.class)
                .insertMany(
                        created.stream().map(NewDeliveryWrites::encoded).toList(),
                        new InsertManyOptions().ordered(false))
                .replaceWith(true)
                .onFailure(DuplicateKey::is)
                .recoverWithItem(false);
    }

    public static Uni<Void> index() {
        IndexOptions openOnly = new IndexOptions().partialFilterExpression(eq(STATE, DeliveryState.OPEN.name()));
        return deliveries()
                .createIndex(ascending(STATE, "subscriptionId", "nextAttemptAt"), openOnly)
                .chain(() -> deliveries().createIndex(ascending("subscriptionId", "seq"), ORDERED_ONLY))
                .chain(() -> deliveries().createIndex(ascending(STATE), CLOSED_ONLY))
                .chain(() -> deliveries().createIndex(ascending("communityId", "subscriptionId", "createdAt", "_id")))
                .chain(() -> deliveries().createIndex(ascending("replayId"), new IndexOptions().sparse(true)))
                .chain(() -> deliveries().createIndex(ascending("closedAt"), TTL))
                .chain(() -> deliveries().createIndex(ascending("bodyExpiresAt"), new IndexOptions().sparse(true)))
                .replaceWithVoid();
    }

    /** Counts up to {@link #MAX_COUNTED}: a full count would scan every kept delivery. */
    static Uni<Long> count(DeliveryState state) {
        return deliveries().countDocuments(eq(STATE, state), MAX_COUNTED);
    }

    /** Removes the bodies that are kept no longer. */
    static Uni<Void> expireBodies() {
        return deliveries()
                .updateMany(lte("bodyExpiresAt", Instant.now()), combine(unset("body"), unset("bodyExpiresAt")))
                .replaceWithVoid();
    }

    /** Events of a batch and workers belong to all communities. */
    private static ReactiveMongoCollection<DeliveryDocument> deliveries() {
        return all().ofAllCommunities();
    }

    private static TenantCollection.All<DeliveryDocument> all() {
        return TenantCollection.all(mongoCollection());
    }
}

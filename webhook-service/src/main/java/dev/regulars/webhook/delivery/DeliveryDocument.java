package dev.regulars.webhook.delivery;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.tenant.TenantCollection;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** One event for one subscription. The id is derived from both, so a repeated event is stored once. */
@MongoEntity(collection = "deliveries")
public class DeliveryDocument extends ReactivePanacheMongoEntityBase {

    private static final String STATE = "state";
    /** Open deliveries are counted with the dispatcher's index, which this one must not compete with. */
    private static final IndexOptions CLOSED_ONLY = new IndexOptions()
            .partialFilterExpression(in(
                    STATE, DeliveryState.DELIVERED.name(), DeliveryState.FAILED.name(), DeliveryState.DROPPED.name()));

    /** Ids outlive the topic of the events, so that a repeated event finds its delivery. */
    private static final IndexOptions TTL = new IndexOptions().expireAfter(90L, TimeUnit.DAYS);

    private static final Duration BODY_KEPT = Duration.ofDays(30);
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
    public Instant createdAt;
    public Instant nextAttemptAt;
    /** When it was delivered, failed or was dropped, by the real clock; the whole document goes 90 days later. */
    public @Nullable Instant closedAt;
    /** When the body of a closed delivery goes. */
    public @Nullable Instant bodyExpiresAt;
    /** W3C trace parent of the event, if it was traced. */
    public @Nullable String trace;
    /** Fence of the latest lease; holders of older leases cannot write. */
    public long fence;

    static Uni<Void> store(List<DeliveryDocument> created) {
        return deliveries()
                .insertMany(created, new InsertManyOptions().ordered(false))
                .replaceWithVoid()
                .onFailure(DuplicateKey::is)
                .recoverWithNull();
    }

    /** Subscriptions with open deliveries, due or not. */
    static Uni<Set<String>> subscriptionsWithOpen() {
        return deliveries()
                .distinct("subscriptionId", eq(STATE, DeliveryState.OPEN), String.class)
                .collect()
                .with(Collectors.toSet());
    }

    /** Due deliveries without those in {@code exclude}, the longest overdue first. */
    static Uni<List<DeliveryDocument>> due(String subscriptionId, Collection<String> exclude, Instant now, int limit) {
        return deliveries()
                .find(
                        and(openOf(subscriptionId), lte("nextAttemptAt", now), nin("_id", exclude)),
                        new FindOptions().sort(ascending("nextAttemptAt")).limit(limit))
                .collect()
                .asList();
    }

    /** From now on, outcomes recorded under older leases have no effect. */
    static Uni<Void> fence(String subscriptionId, long fence) {
        return deliveries()
                .updateMany(and(openOf(subscriptionId), lt("fence", fence)), set("fence", fence))
                .replaceWithVoid();
    }

    /** An attempt and the fence of the lease under which it was made. */
    record Attempt(String id, long fence, AttemptOutcome outcome) {}

    /** Returns how many were recorded; those already closed or held under a newer lease are skipped. */
    static Uni<Integer> record(List<Attempt> attempts) {
        return deliveries()
                .bulkWrite(
                        attempts.stream().map(DeliveryDocument::recordUpdate).toList(),
                        new BulkWriteOptions().ordered(false))
                .map(BulkWriteResult::getMatchedCount);
    }

    private static WriteModel<DeliveryDocument> recordUpdate(Attempt attempt) {
        AttemptOutcome outcome = attempt.outcome();
        Bson closing = outcome.state() == DeliveryState.OPEN ? combine() : closing();
        return new UpdateOneModel<>(
                and(eq("_id", attempt.id()), eq(STATE, DeliveryState.OPEN), lte("fence", attempt.fence())),
                combine(
                        set(STATE, outcome.state()),
                        set("reason", outcome.reason()),
                        set("lastStatus", outcome.status()),
                        set("nextAttemptAt", outcome.nextAttemptAt()),
                        set("fence", attempt.fence()),
                        closing,
                        inc("attempts", 1)));
    }

    static Uni<Void> drop(String subscriptionId, String reason) {
        return deliveries()
                .updateMany(
                        openOf(subscriptionId),
                        combine(set(STATE, DeliveryState.DROPPED), set("reason", reason), closing()))
                .replaceWithVoid();
    }

    public static Uni<Void> index() {
        return deliveries()
                .createIndex(
                        ascending(STATE, "subscriptionId", "nextAttemptAt"),
                        new IndexOptions().partialFilterExpression(eq(STATE, DeliveryState.OPEN.name())))
                .chain(() -> deliveries().createIndex(ascending(STATE), CLOSED_ONLY))
                .chain(() -> deliveries().createIndex(ascending("closedAt"), TTL))
                .chain(() -> deliveries().createIndex(ascending("bodyExpiresAt"), new IndexOptions().sparse(true)))
                .replaceWithVoid();
    }

    /** Counts up to {@link #MAX_COUNTED}: a full count would scan every kept delivery. */
    static Uni<Long> count(DeliveryState state) {
        return deliveries().countDocuments(eq(STATE, state), MAX_COUNTED);
    }

    /** Runs on the real clock, as the TTL index does. */
    private static Bson closing() {
        Instant now = Instant.now();
        return combine(set("closedAt", now), set("bodyExpiresAt", now.plus(BODY_KEPT)));
    }

    /** Removes the bodies that are kept no longer. */
    static Uni<Void> expireBodies() {
        return deliveries()
                .updateMany(lte("bodyExpiresAt", Instant.now()), combine(unset("body"), unset("bodyExpiresAt")))
                .replaceWithVoid();
    }

    private static Bson openOf(String subscriptionId) {
        return and(eq(STATE, DeliveryState.OPEN), eq("subscriptionId", subscriptionId));
    }

    /** Events of a batch and workers belong to all communities; owners do not read here yet. */
    private static ReactiveMongoCollection<DeliveryDocument> deliveries() {
        return all().ofAllCommunities();
    }

    private static TenantCollection.All<DeliveryDocument> all() {
        return TenantCollection.all(mongoCollection());
    }
}

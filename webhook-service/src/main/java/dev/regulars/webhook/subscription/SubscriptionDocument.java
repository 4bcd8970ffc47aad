package dev.regulars.webhook.subscription;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.webhook.encryption.Encryption;
import dev.regulars.webhook.payload.PartnerEvent;
import dev.regulars.webhook.subscription.Subscribers.Subscriber;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A subscription as MongoDB stores it. Every change is one atomic write in this class. */
@MongoEntity(collection = "subscriptions")
public class SubscriptionDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id = new ObjectId().toHexString();

    public String communityId;
    public String name;
    public String url;
    public List<String> events;
    public Encryption encryption;
    /** Signing secret, encrypted under the master key. */
    public String secret;

    public boolean active;
    /** Reason, if a 410 switched it off. */
    public String inactiveReason;

    public Verification verification;
    public ChallengeState challenge;
    public Lease lease;
    public Instant createdAt;
    public Instant updatedAt;

    Uni<SubscriptionDocument> store(Tx tx) {
        return tx.insert(subscriptions(), this);
    }

    static Uni<@Nullable SubscriptionDocument> find(Tx tx, String communityId, String id) {
        return tx.find(subscriptions(), of(communityId, id));
    }

    static Uni<List<SubscriptionDocument>> list(String communityId, int limit) {
        return subscriptions()
                .find(
                        eq("communityId", communityId),
                        new FindOptions().sort(descending("_id")).limit(limit))
                .collect()
                .asList();
    }

    /** Removes the document; the dispatcher then drops its open deliveries. */
    static Uni<@Nullable SubscriptionDocument> remove(Tx tx, String communityId, String id) {
        return tx.change(subscriptions(), of(communityId, id)).removing();
    }

    static Uni<List<Subscriber>> findSubscribers(Collection<String> communityIds, PartnerEvent event) {
        return subscriptions()
                .find(and(in("communityId", communityIds), eq("active", true), eq("events", event.wire())))
                .map(found -> new Subscriber(found.id, found.communityId, found.createdAt))
                .collect()
                .asList();
    }

    public static Uni<List<SubscriptionDocument>> findAll(Collection<String> ids) {
        return subscriptions().find(in("_id", ids)).collect().asList();
    }

    /** Null while another replica holds the lease or nothing may be delivered. */
    public static Uni<@Nullable SubscriptionDocument> acquireLease(
            Tx tx, String id, String owner, Instant now, Instant until) {
        return tx.change(subscriptions(), and(eq("_id", id), deliverable(), lte("lease.until", now)))
                .by(combine(set("lease.owner", owner), set("lease.until", until), inc("lease.fence", 1L)))
                .withoutEvent();
    }

    /** Renews the leases that {@code owner} still holds and returns their ids. */
    public static Uni<List<String>> renewLeases(Collection<String> ids, String owner, Instant now, Instant until) {
        Bson held = and(in("_id", ids), eq("lease.owner", owner), gt("lease.until", now), deliverable());
        return subscriptions().updateMany(held, set("lease.until", until)).chain(() -> subscriptions()
                .find(held)
                .map(found -> found.id)
                .collect()
                .asList());
    }

    public static Uni<Void> releaseLeases(Collection<String> ids, String owner) {
        return subscriptions()
                .updateMany(and(in("_id", ids), eq("lease.owner", owner)), set("lease.until", Instant.EPOCH))
                .replaceWithVoid();
    }

    public static Uni<@Nullable SubscriptionDocument> deactivate(
            Tx tx, String id, long fence, String reason, Instant now) {
        return tx.change(subscriptions(), and(eq("_id", id), eq("lease.fence", fence)))
                .by(combine(set("active", false), set("inactiveReason", reason), set("updatedAt", now)))
                .withoutEvent();
    }

    /** Claims any due challenge; without a recorded outcome it is due again at {@code until}. */
    public static Uni<@Nullable SubscriptionDocument> claimChallenge(Tx tx, Instant now, Instant until) {
        return tx.change(subscriptions(), lte("challenge.dueAt", now))
                .by(combine(set("challenge.dueAt", until), inc("challenge.attempts", 1)))
                .withoutEvent();
    }

    /** Has an effect for the latest attempt only. */
    public static Uni<@Nullable SubscriptionDocument> recordChallenge(
            Tx tx, String id, int attempt, Verification outcome, String reason, @Nullable Instant next, Instant now) {
        Bson due = next == null ? unset("challenge.dueAt") : set("challenge.dueAt", next);
        return tx.change(subscriptions(), and(eq("_id", id), eq("challenge.attempts", attempt)))
                .when(eq("verification", Verification.PENDING))
                .by(combine(set("verification", outcome), set("challenge.reason", reason), due, set("updatedAt", now)))
                .withoutEvent();
    }

    public static Uni<Void> index() {
        return subscriptions()
                .createIndex(ascending("communityId", "active", "events"))
                .chain(() -> subscriptions()
                        .createIndex(
                                ascending("challenge.dueAt"),
                                new IndexOptions().partialFilterExpression(Filters.exists("challenge.dueAt"))))
                .replaceWithVoid();
    }

    public boolean isDeliverable() {
        return active && verification == Verification.VERIFIED;
    }

    private static Bson deliverable() {
        return and(eq("active", true), eq("verification", Verification.VERIFIED));
    }

    private static Bson of(String communityId, String id) {
        return and(eq("_id", id), eq("communityId", communityId));
    }

    private static ReactiveMongoCollection<SubscriptionDocument> subscriptions() {
        return mongoCollection();
    }
}

package dev.regulars.webhook.delivery;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import dev.regulars.eventing.tenant.TenantCollection;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** What workers read and write, for all communities. */
public final class DeliveryWrites {

    static final Duration BODY_KEPT = Duration.ofDays(30);

    private DeliveryWrites() {}

    /** Subscriptions with open deliveries, due or not. */
    public static Uni<Set<String>> subscriptionsWithOpen() {
        return deliveries()
                .distinct("subscriptionId", eq(DeliveryDocument.STATE, DeliveryState.OPEN), String.class)
                .collect()
                .with(Collectors.toSet());
    }

    /** Due deliveries without those in {@code exclude}, the longest overdue first. */
    public static Uni<List<DeliveryDocument>> due(
            String subscriptionId, Collection<String> exclude, Instant now, int limit) {
        return deliveries()
                .find(
                        and(openOf(subscriptionId), lte("nextAttemptAt", now), nin("_id", exclude)),
                        new FindOptions().sort(ascending("nextAttemptAt")).limit(limit))
                .collect()
                .asList();
    }

    /** Due deliveries that wait for no other. */
    public static Uni<List<DeliveryDocument>> dueUnordered(String subscriptionId, Instant now, int limit) {
        return deliveries()
                .find(
                        and(openOf(subscriptionId), lte("nextAttemptAt", now), exists("orderKey", false)),
                        new FindOptions().sort(ascending("nextAttemptAt")).limit(limit))
                .collect()
                .asList();
    }

    /** Open deliveries that wait for one another, due or not, in the order in which they were stored. */
    public static Uni<List<DeliveryDocument>> oldestOrdered(String subscriptionId, int limit) {
        return deliveries()
                .find(
                        and(openOf(subscriptionId), exists("orderKey")),
                        new FindOptions().sort(ascending("seq")).limit(limit))
                .collect()
                .asList();
    }

    /** From now on, outcomes recorded under older leases have no effect. */
    public static Uni<Void> fence(String subscriptionId, long fence) {
        return deliveries()
                .updateMany(and(openOf(subscriptionId), lt("fence", fence)), set("fence", fence))
                .replaceWithVoid();
    }

    /** An attempt and the fence of the lease under which it was made. */
    public record Attempt(
            String id,
            long fence,
            AttemptOutcome outcome,
            @Nullable LoggedAttempt log) {

        public Attempt(String id, long fence, AttemptOutcome outcome) {
            this(id, fence, outcome, null);
        }
    }

    /** Returns how many were recorded; those already closed or held under a newer lease are skipped. */
    public static Uni<Integer> record(List<Attempt> attempts) {
        return deliveries()
                .bulkWrite(attempts.stream().map(AttemptWrites::record).toList(), new BulkWriteOptions().ordered(false))
                .map(BulkWriteResult::getMatchedCount);
    }

    /** Makes a closed delivery one that was just stored. */
    public static Bson reopening(Instant now) {
        return combine(
                set("state", DeliveryState.OPEN),
                set("reason", "Waiting to be sent again"),
                set("attempts", 0),
                set("openedAt", now),
                set("nextAttemptAt", now),
                unset("closedAt"),
                unset("bodyExpiresAt"));
    }

    public static Uni<Void> drop(String subscriptionId, String reason) {
        return deliveries()
                .updateMany(
                        openOf(subscriptionId),
                        combine(set(DeliveryDocument.STATE, DeliveryState.DROPPED), set("reason", reason), closing()))
                .replaceWithVoid();
    }

    /** Runs on the real clock, as the TTL index does. */
    private static Bson closing() {
        Instant now = Instant.now();
        return combine(set("closedAt", now), set("bodyExpiresAt", now.plus(BODY_KEPT)));
    }

    private static Bson openOf(String subscriptionId) {
        return and(eq(DeliveryDocument.STATE, DeliveryState.OPEN), eq("subscriptionId", subscriptionId));
    }

    private static ReactiveMongoCollection<DeliveryDocument> deliveries() {
        return all().ofAllCommunities();
    }

    private static TenantCollection.All<DeliveryDocument> all() {
        return TenantCollection.all(DeliveryDocument.mongoCollection());
    }
}

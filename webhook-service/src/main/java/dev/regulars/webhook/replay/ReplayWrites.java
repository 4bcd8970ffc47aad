package dev.regulars.webhook.replay;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.webhook.delivery.DeliveryDocument;
import dev.regulars.webhook.delivery.DeliveryState;
import dev.regulars.webhook.delivery.DeliveryWrites;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.bson.conversions.Bson;

/** Opens deliveries again. A delivery is opened once by a replay, however often its worker is killed. */
final class ReplayWrites {

    private ReplayWrites() {}

    static Uni<Long> count(ReplayDocument replay) {
        return deliveries().countDocuments(wanted(replay));
    }

    /** Opens the next ones, oldest first, and returns how many. */
    static Uni<Integer> openNext(ReplayDocument replay, int most, Instant now) {
        return deliveries()
                .find(
                        wanted(replay),
                        new FindOptions().sort(ascending("createdAt", "_id")).limit(most))
                .map(one -> one.id)
                .collect()
                .asList()
                .chain(ids -> open(replay, ids, now).replaceWith(ids.size()));
    }

    private static Uni<Void> open(ReplayDocument replay, List<String> ids, Instant now) {
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : deliveries()
                        .updateMany(
                                and(in("_id", ids), wanted(replay)),
                                combine(DeliveryWrites.reopening(now), set("replayId", replay.id)))
                        .replaceWithVoid();
    }

    /** How many that the replay opened are in a state. */
    static Uni<Long> count(ReplayDocument replay, DeliveryState state) {
        return deliveries()
                .countDocuments(
                        and(eq("replayId", replay.id), eq("communityId", replay.communityId), eq("state", state)));
    }

    private static Bson wanted(ReplayDocument replay) {
        return and(
                eq("communityId", replay.communityId),
                eq("subscriptionId", replay.subscriptionId),
                gte("createdAt", replay.from),
                lt("createdAt", replay.to),
                in("state", replay.states),
                replay.events.isEmpty() ? empty() : in("event", replay.events),
                exists("body"),
                ne("replayId", replay.id));
    }

    private static ReactiveMongoCollection<DeliveryDocument> deliveries() {
        return all().ofAllCommunities();
    }

    private static TenantCollection.All<DeliveryDocument> all() {
        return TenantCollection.all(DeliveryDocument.mongoCollection());
    }
}

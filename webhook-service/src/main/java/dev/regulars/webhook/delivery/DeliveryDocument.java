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

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import dev.regulars.eventing.DuplicateKey;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** One event for one subscription. Changed only here, one atomic write each; a repeated event finds its id taken. */
@MongoEntity(collection = "deliveries")
public class DeliveryDocument extends ReactivePanacheMongoEntityBase {

    private static final String STATE = "state";
    /** Open ones are counted by the dispatcher's index, which this one must not compete with. */
    private static final IndexOptions CLOSED_ONLY = new IndexOptions()
            .partialFilterExpression(in(STATE, State.DELIVERED.name(), State.FAILED.name(), State.DROPPED.name()));

    private static final CountOptions MOST_COUNTED = new CountOptions().limit(100_000);

    /** {@code eventId:subscriptionId}; the partner knows it as {@code webhook-id}. */
    @BsonId
    public String id;

    public String communityId;
    public String subscriptionId;
    public String event;
    /** As rendered, once and for all attempts. */
    public byte[] body;

    public State state;
    /** In words, why it is where it is. */
    public String reason;

    public int attempts;
    public Integer lastStatus;
    public Instant createdAt;
    public Instant nextAttemptAt;
    /** The place in a trace that led to it, if somebody traces. */
    public @Nullable String trace;
    /** Of the lease under which it was last taken up; no older one may write here. */
    public long fence;

    static Uni<Void> store(List<DeliveryDocument> some) {
        return deliveries()
                .insertMany(some, new InsertManyOptions().ordered(false))
                .replaceWithVoid()
                .onFailure(DuplicateKey::is)
                .recoverWithNull();
    }

    /** Subscriptions that have something open, due or not. */
    static Uni<Set<String>> waiting() {
        return deliveries()
                .distinct("subscriptionId", eq(STATE, State.OPEN), String.class)
                .collect()
                .with(Collectors.toSet());
    }

    /** The longest due first, but for those {@code underWay}. */
    static Uni<List<DeliveryDocument>> due(String subscriptionId, Collection<String> underWay, Instant now, int most) {
        return deliveries()
                .find(
                        and(openOf(subscriptionId), lte("nextAttemptAt", now), nin("_id", underWay)),
                        new FindOptions().sort(ascending("nextAttemptAt")).limit(most))
                .collect()
                .asList();
    }

    /** From now on results of holders of an older lease have no effect. */
    static Uni<Void> stamp(String subscriptionId, long fence) {
        return deliveries()
                .updateMany(and(openOf(subscriptionId), lt("fence", fence)), set("fence", fence))
                .replaceWithVoid();
    }

    /** How an attempt went, under which lease. */
    record Attempt(String id, long fence, Verdict verdict) {}

    /** How many of them count: not those that were not open any more, or that a younger lease has. */
    static Uni<Integer> record(List<Attempt> attempts) {
        return deliveries()
                .bulkWrite(
                        attempts.stream().map(DeliveryDocument::recording).toList(),
                        new BulkWriteOptions().ordered(false))
                .map(BulkWriteResult::getMatchedCount);
    }

    private static WriteModel<DeliveryDocument> recording(Attempt attempt) {
        Verdict verdict = attempt.verdict();
        return new UpdateOneModel<>(
                and(eq("_id", attempt.id()), eq(STATE, State.OPEN), lte("fence", attempt.fence())),
                combine(
                        set(STATE, verdict.state()),
                        set("reason", verdict.reason()),
                        set("lastStatus", verdict.status()),
                        set("nextAttemptAt", verdict.nextAttemptAt()),
                        set("fence", attempt.fence()),
                        inc("attempts", 1)));
    }

    static Uni<Void> drop(String subscriptionId, String reason) {
        return deliveries()
                .updateMany(openOf(subscriptionId), combine(set(STATE, State.DROPPED), set("reason", reason)))
                .replaceWithVoid();
    }

    public static Uni<Void> index() {
        return deliveries()
                .createIndex(
                        ascending(STATE, "subscriptionId", "nextAttemptAt"),
                        new IndexOptions().partialFilterExpression(eq(STATE, State.OPEN.name())))
                .chain(() -> deliveries().createIndex(ascending(STATE), CLOSED_ONLY))
                .replaceWithVoid();
    }

    /** No further than {@link #MOST_COUNTED}: what was delivered is kept, and a count goes through all of it. */
    static Uni<Long> count(State state) {
        return deliveries().countDocuments(eq(STATE, state), MOST_COUNTED);
    }

    private static Bson openOf(String subscriptionId) {
        return and(eq(STATE, State.OPEN), eq("subscriptionId", subscriptionId));
    }

    private static ReactiveMongoCollection<DeliveryDocument> deliveries() {
        return mongoCollection();
    }
}

package dev.regulars.analysis.loyalty.rollup;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.IndexOptions;
import dev.regulars.analysis.loyalty.rollup.CountedEvent.Bucket;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.projection.ProjectionChange;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A quarter of an hour of a community: the sums of the rows of its members, made anew a moment after the rows changed. One that has many
 * rows is summed up less often.
 */
@MongoEntity(collection = "bucketTotals")
public class BucketTotalDocument extends ReactivePanacheMongoEntityBase {

    private static final String BUCKET = "bucket";
    private static final String CHANGES = "changes";
    private static final String STALE = "stale";
    private static final String SUM_AT = "sumAt";
    private static final String NEWEST = "newest";
    private static final int SUMMED_AT_ONCE = 100;

    @BsonId
    public String id;

    public CommunityId communityId;
    public Instant bucket;
    /** How often rows below it were changed. */
    public long changes;
    /** Whether rows were changed since they were summed up. */
    public boolean stale;
    /** Not earlier. */
    public @Nullable Instant sumAt;
    /** When the newest of its events happened. */
    public @Nullable Instant newest;

    public Map<String, Map<String, Long>> counts;

    /** Rows were changed. */
    static Uni<Void> changed(Tx tx, Bucket bucket, Instant newest) {
        var change = new ProjectionChange(
                bucket.community(),
                bucket.community() + ":" + bucket.start().getEpochSecond(),
                empty(),
                combine(
                        setOnInsert(BUCKET, bucket.start()),
                        setOnInsert("counts", new Document()),
                        inc(CHANGES, 1L),
                        set(STALE, true),
                        max(SUM_AT, Instant.EPOCH),
                        max(NEWEST, newest)));
        return totals().projection(tx.now()).change(List.of(change));
    }

    /** Some that are to be summed up, of all communities. */
    static Uni<List<BucketTotalDocument>> due(Tx tx, Instant now) {
        return tx.list(
                        totals().ofAllCommunities(),
                        and(eq(STALE, true), lte(SUM_AT, now)),
                        new FindOptions().sort(ascending(SUM_AT)).limit(SUMMED_AT_ONCE))
                .collect()
                .asList();
    }

    Uni<Void> sumLater(Tx tx, Instant at) {
        return totals().of(communityId)
                .change(tx, id)
                .set(SUM_AT, at)
                .withoutEvent()
                .replaceWithVoid();
    }

    /**
     * Stores what was summed up from this state, unless somebody stored a newer one. It stays stale where rows changed meanwhile.
     *
     * @param next not earlier than then it is summed up again
     */
    Uni<Void> store(Tx tx, Map<String, Map<String, Long>> sums, Instant next) {
        return totals().of(communityId)
                .change(tx, id)
                .when(or(exists("summed", false), lte("summed", changes)))
                .by(combine(set("counts", sums), set("summed", changes), set(SUM_AT, next)))
                .withoutEvent()
                .chain(() -> totals().of(communityId)
                        .change(tx, id)
                        .when(eq(CHANGES, changes))
                        .set(STALE, false)
                        .withoutEvent())
                .replaceWithVoid();
    }

    /** Those of a range, the oldest first. */
    public static Uni<List<BucketTotalDocument>> between(Tx tx, Instant from, Instant to) {
        return totals().in(tx).list(and(gte(BUCKET, from), lt(BUCKET, to)), ascending(BUCKET));
    }

    /** All that a metric ever came to before a time. */
    public static Uni<Long> before(Tx tx, LoyaltyMetric metric, Instant time) {
        String counts = "counts." + metric.wire();
        var amounts = new Document(
                "$sum",
                new Document(
                        "$map",
                        new Document("input", new Document("$objectToArray", "$" + counts)).append("in", "$$this.v")));
        return totals().of(tx.community())
                .aggregate(
                        tx,
                        List.of(match(and(lt(BUCKET, time), exists(counts))), group(null, sum("amount", amounts))),
                        Document.class)
                .collect()
                .first()
                .map(found ->
                        found == null ? 0L : found.get("amount", Number.class).longValue());
    }

    public static Uni<Void> buildIndexes() {
        return totals().createIndex(ascending("communityId", BUCKET)).chain(() -> totals().createIndex(
                        ascending(SUM_AT), new IndexOptions().partialFilterExpression(eq(STALE, true))));
    }

    private static TenantCollection.All<BucketTotalDocument> totals() {
        return TenantCollection.all(mongoCollection());
    }
}

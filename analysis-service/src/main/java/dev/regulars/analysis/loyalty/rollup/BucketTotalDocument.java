package dev.regulars.analysis.loyalty.rollup;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.inc;

import dev.regulars.analysis.loyalty.rollup.CountedEvent.Bucket;
import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;

/** A quarter of an hour of a community: the sums of the rows of its members. */
@MongoEntity(collection = "bucketTotals")
public class BucketTotalDocument extends ReactivePanacheMongoEntityBase {

    private static final String BUCKET = "bucket";
    private static final String CHANGES = "changes";

    @BsonId
    public String id;

    public CommunityId communityId;
    public Instant bucket;
    /** How often rows below it were changed: whoever sums up an older state of them does not write it. */
    public long changes;

    public Map<String, Map<String, Long>> counts;

    /** Rows were changed; answers with the state that a sum may be made of. */
    static Uni<BucketTotalDocument> changed(Tx tx, Bucket bucket) {
        var fresh = new BucketTotalDocument();
        fresh.id = bucket.community() + ":" + bucket.start().getEpochSecond();
        fresh.communityId = bucket.community();
        fresh.bucket = bucket.start();
        fresh.changes = 1;
        fresh.counts = Map.of();
        return totals().of(bucket.community())
                .insert(tx, fresh)
                .onFailure(DuplicateKey::is)
                .recoverWithUni(() -> totals().of(bucket.community())
                        .change(tx, fresh.id)
                        .by(inc(CHANGES, 1L))
                        .withoutEvent());
    }

    /** Nothing where rows changed meanwhile: whoever changed them sums up again. */
    Uni<Void> store(Tx tx, Map<String, Map<String, Long>> sums) {
        return totals().of(communityId)
                .change(tx, id)
                .when(eq(CHANGES, changes))
                .set("counts", sums)
                .withoutEvent()
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
        return totals().createIndex(ascending("communityId", BUCKET));
    }

    private static TenantCollection.All<BucketTotalDocument> totals() {
        return TenantCollection.all(mongoCollection());
    }
}

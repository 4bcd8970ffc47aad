package dev.regulars.analysis.loyalty.rollup;

import static com.mongodb.client.model.Accumulators.min;
import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Aggregates.unwind;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import dev.regulars.analysis.loyalty.rollup.CountedEvent.Bucket;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.projection.ProjectionChange;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;

/**
 * What one member did in a quarter of an hour, with the ids of the events that it was counted from: amounts and ids change in one write,
 * so that an event counts once however often it comes.
 */
@MongoEntity(collection = "memberBuckets")
public class MemberBucketDocument extends ReactivePanacheMongoEntityBase {

    private static final String ACTIVE = "active";
    private static final String BUCKET = "bucket";

    @BsonId
    public String id;

    public CommunityId communityId;
    public String accountId;
    public Instant bucket;
    public boolean active;
    public Map<String, Map<String, Long>> counts;
    public List<String> eventIds;

    static Uni<Void> count(Tx tx, List<CountedEvent> events) {
        return rows().projection(tx.now())
                .change(events.stream().map(MemberBucketDocument::change).toList());
    }

    private static ProjectionChange change(CountedEvent event) {
        Instant start = event.bucket().start();
        List<Bson> changes = new ArrayList<>(List.of(
                setOnInsert("accountId", event.accountId()),
                setOnInsert(BUCKET, start),
                event.active() ? set(ACTIVE, true) : setOnInsert(ACTIVE, false),
                push("eventIds", event.id())));
        event.counts()
                .forEach((metric, sources) -> sources.forEach(
                        (source, amount) -> changes.add(inc("counts." + metric + "." + source, amount))));
        String id = event.community() + ":" + event.accountId() + ":" + start.getEpochSecond();
        return new ProjectionChange(event.community(), id, ne("eventIds", event.id()), combine(changes));
    }

    /** Amounts by metric and source, of all members together. */
    static Uni<Map<String, Map<String, Long>>> sums(Tx tx, Bucket bucket) {
        List<Bson> pipeline = List.of(
                match(eq(BUCKET, bucket.start())),
                project(new Document("metric", new Document("$objectToArray", "$counts"))),
                unwind("$metric"),
                project(new Document("metric", "$metric.k")
                        .append("source", new Document("$objectToArray", "$metric.v"))),
                unwind("$source"),
                group(new Document("metric", "$metric").append("source", "$source.k"), sum("amount", "$source.v")));
        return rows().of(bucket.community())
                .aggregate(tx, pipeline, Document.class)
                .collect()
                .in(HashMap::new, MemberBucketDocument::put);
    }

    private static void put(Map<String, Map<String, Long>> sums, Document found) {
        Document key = found.get("_id", Document.class);
        sums.computeIfAbsent(key.getString("metric"), metric -> new HashMap<>())
                .put(key.getString("source"), found.get("amount", Number.class).longValue());
    }

    /** How many were active first, within the range, in which quarter of an hour. An index has all that is read. */
    public static Uni<Map<Instant, Long>> firstActive(Tx tx, Instant from, Instant to) {
        List<Bson> pipeline = List.of(
                match(and(eq(ACTIVE, true), gte(BUCKET, from), lt(BUCKET, to))),
                group("$accountId", min("first", "$bucket")),
                group("$first", sum("members", 1)));
        return rows().of(tx.community())
                .aggregate(tx, pipeline, Document.class)
                .collect()
                .asMap(found -> found.getDate("_id").toInstant(), found -> found.get("members", Number.class)
                        .longValue());
    }

    public static Uni<Void> buildIndexes() {
        return rows().createIndex(ascending("communityId", ACTIVE, BUCKET, "accountId", "deleted"))
                .chain(() -> rows().createIndex(ascending("communityId", BUCKET)));
    }

    private static TenantCollection.All<MemberBucketDocument> rows() {
        return TenantCollection.all(mongoCollection());
    }
}

package dev.regulars.identity.accounts.throttle;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.inc;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.tenant.TenantCollection;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;

/** The guesses at one account, or from one address, counted for all replicas. */
@MongoEntity(collection = "throttles")
public class ThrottleDocument extends ReactivePanacheMongoEntityBase {

    private static final FindOneAndUpdateOptions COUNTED =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
    private static final int MOST_DOUBLINGS = 30;
    private static final long KEPT_FOR = 1;

    @BsonId
    public String id;

    public int guesses;
    public Instant lastAt;
    /** No guess is admitted before. */
    public Instant until;
    /** Whether the last guess was admitted. */
    public boolean admitted;

    /**
     * Counts a guess before it is looked at, so that many at once are not one. In one update: forgets what is long past,
     * lets in whom no pause stops, counts them, and begins the pause that follows.
     */
    static Uni<ThrottleDocument> guess(String key, int free, Duration memory, ThrottleConfig config, Instant now) {
        Document forgotten = lessThan(orElse("$lastAt", Instant.EPOCH), now.minus(memory));
        List<Bson> steps = List.of(
                set(new Document("admitted", new Document("$lte", List.of(orElse("$until", Instant.EPOCH), now)))
                        .append("guesses", either(forgotten, 0, orElse("$guesses", 0)))),
                set(new Document(
                                "guesses",
                                either("$admitted", new Document("$add", List.of("$guesses", 1)), "$guesses"))
                        .append("lastAt", now)),
                set(new Document(
                        "until",
                        either(
                                new Document(
                                        "$and", List.of("$admitted", new Document("$gt", List.of("$guesses", free)))),
                                new Document("$add", List.of(now, pause(free, config))),
                                orElse("$until", Instant.EPOCH)))));
        return throttles()
                .findOneAndUpdate(eq("_id", key), steps, COUNTED)
                .onFailure(DuplicateKey::is)
                .retry()
                .atMost(1);
    }

    static Uni<Void> takeBack(String key) {
        return throttles()
                .updateOne(and(eq("_id", key), gt("guesses", 0)), inc("guesses", -1))
                .replaceWithVoid();
    }

    static Uni<Void> forget(String key) {
        return throttles().deleteOne(eq("_id", key)).replaceWithVoid();
    }

    static Uni<Void> buildIndexes() {
        return throttles()
                .createIndex(ascending("lastAt"), new IndexOptions().expireAfter(KEPT_FOR, TimeUnit.DAYS))
                .replaceWithVoid();
    }

    private static Document pause(int free, ThrottleConfig config) {
        var doublings =
                new Document("$min", List.of(new Document("$subtract", List.of("$guesses", free + 1)), MOST_DOUBLINGS));
        var doubled = new Document(
                "$multiply", List.of(config.firstPause().toMillis(), new Document("$pow", List.of(2L, doublings))));
        return new Document("$min", List.of(config.longestPause().toMillis(), doubled));
    }

    private static Document lessThan(Object one, Object other) {
        return new Document("$lt", List.of(one, other));
    }

    private static Document orElse(String field, Object otherwise) {
        return new Document("$ifNull", List.of(field, otherwise));
    }

    private static Document either(Object condition, Object yes, Object no) {
        return new Document("$cond", List.of(condition, yes, no));
    }

    private static Document set(Document values) {
        return new Document("$set", values);
    }

    private static ReactiveMongoCollection<ThrottleDocument> throttles() {
        return collection().ofAllCommunities();
    }

    private static TenantCollection.All<ThrottleDocument> collection() {
        return TenantCollection.all(mongoCollection());
    }
}

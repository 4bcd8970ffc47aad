package dev.regulars.eventing.consumer.parking;

import static com.mongodb.client.model.Accumulators.min;
import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.limit;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static java.util.stream.Collectors.toSet;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.Indexed;
import dev.regulars.eventing.consumer.ConsumersConfig;
import dev.regulars.eventing.consumer.RecordKey;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The records of failing keys, kept in the database so that their offsets may be committed: a document for each record, and
 * one for each key that says when it is tried again. Records are stored before their key is, so that a key without records
 * may be removed; {@code parkings} tells whether more came meanwhile.
 */
@ApplicationScoped
public class ParkedRecords implements Indexed {

    private static final FindOneAndUpdateOptions LONGEST_DUE =
            new FindOneAndUpdateOptions().sort(ascending("nextAttemptAt")).returnDocument(ReturnDocument.AFTER);
    /** 1 for a key that failed, 0 for one that only waits for its turn. */
    private static final Bson FAILED = BsonDocument.parse("{$cond: [{$gt: ['$tries', 0]}, 1, 0]}");

    private static final Bson CONSUMER_AND_TENANT = BsonDocument.parse("{consumer: '$consumer', tenant: '$tenant'}");

    private static final FindOptions FIRST =
            new FindOptions().sort(ascending("offset")).limit(1);

    private final ReactiveMongoCollection<BsonDocument> keys;
    private final ReactiveMongoCollection<BsonDocument> records;
    private final ConsumersConfig config;
    private final ParkedLookups lookups;

    ParkedRecords(
            ReactiveMongoClient mongo,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            ConsumersConfig config) {
        this.keys = mongo.getDatabase(database).getCollection("parkedKeys", BsonDocument.class);
        this.records = mongo.getDatabase(database).getCollection("parkedRecords", BsonDocument.class);
        this.config = config;
        this.lookups = new ParkedLookups(keys);
    }

    @Override
    public Uni<Void> build() {
        return config.byName().isEmpty()
                ? Uni.createFrom().voidItem()
                : keys.createIndex(ascending("consumer", "nextAttemptAt"))
                        .chain(() -> keys.createIndex(ascending("consumer", "tenant", "nextAttemptAt")))
                        .chain(() -> records.createIndex(ascending("consumer", "key", "offset")))
                        .replaceWithVoid();
    }

    /** Those of the keys whose next record has to wait its turn. */
    Uni<Set<String>> among(String consumer, Set<String> some) {
        return lookups.of(consumer).onItem().ifNull().switchTo(() -> keyByKey(consumer, some));
    }

    private Uni<Set<String>> keyByKey(String consumer, Set<String> some) {
        return keys.find(in("_id", some.stream().map(key -> id(consumer, key)).toList()))
                .map(found -> found.getString("key").getValue())
                .collect()
                .in(HashSet<String>::new, Set::add)
                .map(found -> found);
    }

    /** @param tries that failed already */
    public Uni<Void> park(
            String consumer,
            List<ConsumerRecord<String, String>> some,
            int tries,
            Instant nextAttemptAt,
            String reason) {
        if (some.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<RecordKey> theirs = some.stream().map(RecordKey::of).collect(toSet());
        List<WriteModel<BsonDocument>> upserts = theirs.stream()
                .map(key -> upsert(consumer, key, tries, nextAttemptAt, reason))
                .toList();
        return records.insertMany(
                        some.stream()
                                .map(record -> ParkedRecord.toBson(consumer, record))
                                .toList(),
                        new InsertManyOptions().ordered(false))
                .replaceWithVoid()
                .onFailure(DuplicateKey::is)
                .recoverWithNull()
                .chain(() -> keys.bulkWrite(upserts, new BulkWriteOptions().ordered(false)))
                .replaceWithVoid();
    }

    private static WriteModel<BsonDocument> upsert(
            String consumer, RecordKey key, int tries, Instant nextAttemptAt, String reason) {
        return new UpdateOneModel<>(
                eq("_id", id(consumer, key.key())),
                combine(
                        inc("parkings", 1L),
                        setOnInsert("consumer", consumer),
                        setOnInsert("key", key.key()),
                        setOnInsert("tenant", key.tenant()),
                        setOnInsert("since", Instant.now()),
                        setOnInsert("tries", tries),
                        setOnInsert("nextAttemptAt", nextAttemptAt),
                        setOnInsert("reason", reason)),
                new UpdateOptions().upsert(true));
    }

    /** A crash between the two writes of parking leaves records whose key nobody would try. */
    Uni<Void> repair(String consumer) {
        return records.distinct("key", eq("consumer", consumer), String.class)
                .onItem()
                .transformToUniAndConcatenate(key -> records.find(and(eq("consumer", consumer), eq("key", key)), FIRST)
                        .toUni()
                        .map(first -> RecordKey.of(ParkedRecord.of(first).record()))
                        .chain(first ->
                                keys.bulkWrite(List.of(upsert(consumer, first, 0, Instant.now(), "left by a crash")))))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** How many keys of a tenant are due. */
    record Due(String tenant, int keys) {}

    /** Tenants with a key that is due, without those in {@code but}. */
    Uni<List<Due>> due(String consumer, Instant now, Collection<String> but, int most) {
        return keys.aggregate(List.of(
                        match(and(eq("consumer", consumer), lte("nextAttemptAt", now), nin("tenant", but))),
                        group("$tenant", sum("keys", 1)),
                        limit(most)))
                .map(tenant -> new Due(
                        tenant.getString("_id").getValue(),
                        tenant.getNumber("keys").intValue()))
                .collect()
                .asList();
    }

    /** The key of a tenant that is due longest, for this replica alone until {@code until}. */
    Uni<@Nullable ParkedKey> claim(String consumer, String tenant, Instant now, Instant until) {
        return keys.findOneAndUpdate(
                        and(eq("consumer", consumer), eq("tenant", tenant), lte("nextAttemptAt", now)),
                        set("nextAttemptAt", until),
                        LONGEST_DUE)
                .map(found -> found == null ? null : ParkedKey.of(found));
    }

    Uni<Void> hold(ParkedKey key, Instant until) {
        return keys.updateOne(eq("_id", key.id()), set("nextAttemptAt", until)).replaceWithVoid();
    }

    Uni<Void> postpone(ParkedKey key, int tries, Instant until, String reason) {
        return keys.updateOne(
                        eq("_id", key.id()),
                        combine(set("nextAttemptAt", until), set("tries", tries), set("reason", reason)))
                .replaceWithVoid();
    }

    Uni<@Nullable ParkedRecord> first(String consumer, ParkedKey key) {
        return records.find(and(eq("consumer", consumer), eq("key", key.key())), FIRST)
                .toUni()
                .map(found -> found == null ? null : ParkedRecord.of(found));
    }

    Uni<Void> remove(ParkedRecord record) {
        return records.deleteOne(eq("_id", record.id())).replaceWithVoid();
    }

    /** For a key without records; misses where one came meanwhile, so that the key is due at once. */
    Uni<Void> release(ParkedKey key) {
        return keys.deleteOne(and(eq("_id", key.id()), eq("parkings", key.parkings())))
                .chain(gone -> gone.getDeletedCount() == 1 ? Uni.createFrom().voidItem() : hold(key, Instant.EPOCH));
    }

    /** The tenants with parked keys of each consumer, in one query for all; a consumer without is absent. */
    Uni<Map<String, List<BsonDocument>>> tenantsByConsumer() {
        return keys.aggregate(List.of(
                        group(CONSUMER_AND_TENANT, sum("keys", 1), sum("failing", FAILED), min("oldest", "$since"))))
                .collect()
                .in(HashMap<String, List<BsonDocument>>::new, (byConsumer, tenant) -> byConsumer
                        .computeIfAbsent(
                                tenant.getDocument("_id").getString("consumer").getValue(), first -> new ArrayList<>())
                        .add(tenant))
                .map(byConsumer -> byConsumer);
    }

    /** Records of one consumer, counted no further than {@code most}. */
    Uni<Long> count(String consumer, int most) {
        return records.countDocuments(eq("consumer", consumer), new CountOptions().limit(most));
    }

    /** For the state that a crash between the writes of parking leaves. */
    public Uni<Void> forget(String consumer, String key) {
        return keys.deleteOne(eq("_id", id(consumer, key))).replaceWithVoid();
    }

    private static String id(String consumer, String key) {
        return consumer + " " + key;
    }
}

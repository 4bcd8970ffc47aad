package dev.regulars.bench.environment;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;

/** A million members with XP, written as the ledger stores them; a tenth of them gain more while ranks are read. */
public final class RankedMembers implements AutoCloseable {

    public static final int SIZE = 1_000_000;

    private static final int BATCH = 5_000;
    private static final int MOST_XP = 500_000;
    private static final Instant BEGUN = Instant.parse("2026-01-02T00:00:00Z");

    private final MongoClient client;
    private final MongoCollection<Document> members;
    private final String communityId;
    private final Random random = new Random(20);
    private volatile boolean closed;

    public RankedMembers(String mongo, String communityId) {
        this.client = MongoClients.create(mongo);
        this.members = client.getDatabase("gamification").getCollection("members");
        this.communityId = communityId;
    }

    public void insert() {
        for (int from = 0; from < SIZE; from += BATCH) {
            List<Document> batch =
                    IntStream.range(from, from + BATCH).mapToObj(this::member).toList();
            var unused = members.insertMany(batch, new InsertManyOptions().ordered(false));
        }
    }

    /** So many members per second, until it is closed. */
    public void change(int perSecond) {
        Thread unused = Thread.ofVirtual().start(() -> {
            int atOnce = perSecond / 10;
            while (!closed) {
                List<UpdateOneModel<Document>> changes = IntStream.range(0, atOnce)
                        .mapToObj(i -> gain(random.nextInt(SIZE)))
                        .toList();
                var unusedResult = members.bulkWrite(changes, new BulkWriteOptions().ordered(false));
                pause();
            }
        });
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private UpdateOneModel<Document> gain(int member) {
        Instant now = Instant.now();
        return new UpdateOneModel<>(
                eq("_id", id(member)),
                combine(
                        inc("state.amounts.xp", 1L + random.nextInt(1_000)),
                        inc("postings", 1L),
                        set("changedAt", now),
                        set("changes.xp", now)));
    }

    private Document member(int i) {
        var none = new Document();
        var state = new Document("amounts", new Document("xp", (long) random.nextInt(MOST_XP)))
                .append("owed", none)
                .append("earned", none)
                .append("day", 0L)
                .append("earnedToday", none)
                .append("used", none)
                .append("lots", List.of());
        return new Document("_id", id(i))
                .append("communityId", communityId)
                .append("accountId", SyntheticUsers.accountId(i))
                .append("state", state)
                .append("epoch", BEGUN.toEpochMilli())
                .append("postings", 1L)
                .append("changedAt", BEGUN)
                .append("changes", new Document(Map.of("xp", BEGUN)))
                .append("deleted", false);
    }

    private String id(int i) {
        return communityId + ":" + SyntheticUsers.accountId(i);
    }

    @Override
    public void close() {
        closed = true;
        client.close();
    }
}

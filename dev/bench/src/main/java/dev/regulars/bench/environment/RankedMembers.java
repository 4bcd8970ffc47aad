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
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A million members with XP and a name, written as the ledger, the directory and the leaderboards store them; a tenth
 * of them gain more while ranks are read.
 */
public final class RankedMembers implements AutoCloseable {

    public static final int SIZE = 1_000_000;

    private static final long NANOS = 1_000_000_000;
    private static final String CACHE_OF_THE_SANDBOX = "256M";
    private static final int BATCH = 5_000;
    private static final int MOST_XP = 500_000;
    private static final Instant BEGUN = Instant.parse("2026-01-02T00:00:00Z");
    /** Groups of changes per second. */
    private static final int GROUPS = 10;

    private final MongoClient client;
    private final MongoCollection<Document> members;
    private final MongoCollection<Document> directory;
    private final MongoCollection<Document> profiles;
    private final String communityId;
    private final Random random = new Random(20);
    private final AtomicLong changed = new AtomicLong();
    private @Nullable Thread changing;
    private volatile int perGroup;
    private volatile boolean closed;

    public RankedMembers(String mongo, String communityId) {
        this.client = MongoClients.create(mongo);
        this.members = client.getDatabase("gamification").getCollection("members");
        this.directory = client.getDatabase("identity").getCollection("members");
        this.profiles = client.getDatabase("gamification").getCollection("boardMembers");
        this.communityId = communityId;
    }

    /** Gives mongod so much memory, until it is closed. */
    public void cache(String size) {
        var unused = client.getDatabase("admin")
                .runCommand(
                        new Document("setParameter", 1).append("wiredTigerEngineRuntimeConfig", "cache_size=" + size));
    }

    /** The synthetic users have their entry in the directory already. */
    public void insert() {
        insert(members, 0, this::member);
        insert(profiles, 0, this::profile);
        insert(directory, SyntheticUsers.SIZE, i -> SyntheticUsers.member(communityId, i));
    }

    private static void insert(MongoCollection<Document> into, int first, IntFunction<Document> one) {
        for (int from = first; from < SIZE; from += BATCH) {
            List<Document> batch =
                    IntStream.range(from, from + BATCH).mapToObj(one).toList();
            var unused = into.insertMany(batch, new InsertManyOptions().ordered(false));
        }
    }

    /** So many members per second from now on, until it is closed. */
    public void change(int perSecond) {
        perGroup = (perSecond + GROUPS - 1) / GROUPS;
        if (changing == null) {
            changing = Thread.ofPlatform().daemon().start(this::change);
        }
    }

    private void change() {
        long start = System.nanoTime();
        for (long group = 1; !closed; group++) {
            List<UpdateOneModel<Document>> changes = IntStream.range(0, perGroup)
                    .mapToObj(i -> gain(random.nextInt(SIZE)))
                    .toList();
            changed.addAndGet(members.bulkWrite(changes, new BulkWriteOptions().ordered(false))
                    .getModifiedCount());
            pauseUntil(start + group * NANOS / GROUPS);
        }
    }

    /** How many changes there were up to now. */
    public long changed() {
        return changed.get();
    }

    private static void pauseUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
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

    private Document profile(int i) {
        var version = new Document("epoch", BEGUN.toEpochMilli()).append("n", 1L);
        return new Document("_id", id(i))
                .append("communityId", communityId)
                .append("accountId", SyntheticUsers.accountId(i))
                .append("left", false)
                .append("membershipSource", version)
                .append("changedAt", BEGUN)
                .append("profile", SyntheticUsers.profile(i))
                .append("profileSource", version)
                .append("version", new Document("epoch", BEGUN.toEpochMilli()).append("n", 0L))
                .append("deleted", false)
                .append("outbox", List.of());
    }

    private String id(int i) {
        return communityId + ":" + SyntheticUsers.accountId(i);
    }

    @Override
    public void close() {
        closed = true;
        if (changing != null) {
            try {
                changing.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException("Interrupted", e);
            }
        }
        cache(CACHE_OF_THE_SANDBOX);
        client.close();
    }
}

package dev.regulars.eventing.consumer.parking;

import dev.regulars.eventing.consumer.Reaction;
import dev.regulars.eventing.consumer.parking.ParkedRecords.Due;
import dev.regulars.eventing.worker.Backoff;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Tries the parked keys of one consumer again: tenants side by side, some keys of each at a time, the records of a key in
 * their order. A key that fails again waits twice as long.
 */
public final class ParkedRetry {

    /** Longer than a reaction may take; a replica that held a key longer counts as dead. */
    private static final Duration HELD = Duration.ofSeconds(30);

    private static final int TENANTS_AT_ONCE = 32;
    private static final int KEYS_AT_ONCE = 8;
    private static final int FAILING_TENANT = 5;
    private static final Backoff PAUSE = new Backoff(Duration.ofMillis(400), Duration.ofMinutes(1));

    private final String consumer;
    private final Reaction<?> reaction;
    private final ParkedRecords store;
    private final ParkedKeyMetrics notes;
    private final int countedAtMost;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean repaired;
    private volatile boolean stopped;

    public ParkedRetry(
            String consumer, Reaction<?> reaction, ParkedRecords store, ParkedKeyMetrics notes, int countedAtMost) {
        this.consumer = consumer;
        this.reaction = reaction;
        this.store = store;
        this.notes = notes;
        this.countedAtMost = countedAtMost;
    }

    void stop() {
        stopped = true;
    }

    /** @param tenants with parked keys of this consumer */
    Uni<Void> round(List<BsonDocument> tenants) {
        Uni<Void> first =
                repaired ? Uni.createFrom().voidItem() : store.repair(consumer).invoke(() -> repaired = true);
        return first.chain(() -> census(tenants))
                .chain(census -> {
                    notes.counted(consumer, census);
                    return census.keys() == 0 ? Uni.createFrom().item(List.<Due>of()) : due();
                })
                .invoke(due -> due.forEach(this::begin))
                .replaceWithVoid();
    }

    private Uni<ParkedCensus> census(List<BsonDocument> tenants) {
        return tenants.isEmpty()
                ? Uni.createFrom().item(ParkedCensus.NOTHING)
                : store.count(consumer, countedAtMost).map(count -> ParkedCensus.of(tenants, count, FAILING_TENANT));
    }

    private Uni<List<Due>> due() {
        return store.due(consumer, Instant.now(), underWay, TENANTS_AT_ONCE - underWay.size());
    }

    /** Not waited for: a tenant whose effects are slow to fail holds up no other. */
    private void begin(Due due) {
        String tenant = due.tenant();
        underWay.add(tenant);
        List<Uni<Void>> lines = Stream.generate(() -> nextKey(tenant))
                .limit(Math.min(due.keys(), KEYS_AT_ONCE))
                .toList();
        var unused = Uni.join()
                .all(lines)
                .andCollectFailures()
                .onTermination()
                .invoke(() -> underWay.remove(tenant))
                .subscribe()
                .with(done -> {}, failure -> Log.warnf(failure, "Parked events of %s wait for the next round", tenant));
    }

    private Uni<Void> nextKey(String tenant) {
        return Uni.createFrom()
                .deferred(() -> stopped ? Uni.createFrom().nullItem() : claim(tenant))
                .chain(key -> key == null
                        ? Uni.createFrom().voidItem()
                        : nextRecord(key, key.tries()).chain(() -> nextKey(tenant)));
    }

    private Uni<@Nullable ParkedKey> claim(String tenant) {
        Instant now = Instant.now();
        return store.claim(consumer, tenant, now, now.plus(HELD));
    }

    /** @param tries of the record that is first now */
    private Uni<Void> nextRecord(ParkedKey key, int tries) {
        return store.first(consumer, key)
                .chain(record -> record == null ? store.release(key) : retry(key, record, tries));
    }

    private Uni<Void> retry(ParkedKey key, ParkedRecord record, int tries) {
        return store.hold(key, Instant.now().plus(HELD))
                .chain(() -> reaction.to(record.record()))
                .onItemOrFailure()
                .transformToUni((done, failure) -> failure == null
                        ? store.remove(record).chain(() -> nextRecord(key, 0))
                        : postpone(key, tries + 1, failure));
    }

    private Uni<Void> postpone(ParkedKey key, int tries, @Nullable Throwable failure) {
        String reason = String.valueOf(failure);
        notes.failed(consumer, key.key(), reason);
        Log.warnf("Consumer %s failed %d times at %s: %s", consumer, tries, key.key(), reason);
        return store.postpone(key, tries, Instant.now().plus(PAUSE.after(tries)), reason);
    }
}

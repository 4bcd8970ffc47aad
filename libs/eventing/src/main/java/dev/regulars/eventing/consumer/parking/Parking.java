package dev.regulars.eventing.consumer.parking;

import static java.util.stream.Collectors.toSet;

import dev.regulars.eventing.consumer.RecordKey;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What one consumer does with records that cannot have their effect now. */
public final class Parking {

    /** Before the first further try, which often succeeds: what was missing came meanwhile. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final String consumer;
    private final long atMost;
    private final ParkedRecords store;
    private final ParkedKeyMetrics notes;

    /** @param atMost records in the database; there is something wrong with more than some keys then */
    public Parking(String consumer, long atMost, ParkedRecords store, ParkedKeyMetrics notes) {
        this.consumer = consumer;
        this.atMost = atMost;
        this.store = store;
        this.notes = notes;
    }

    /**
     * Those of the keys whose records have to wait: they are parked, or their tenant fails. A record of a failing tenant is
     * not tried in a batch, where it would hold up the others; the retry takes it in turn.
     */
    public Uni<Set<RecordKey>> mustWait(Set<RecordKey> keys) {
        Set<String> failingTenants = notes.of(consumer).failingTenants();
        return store.among(consumer, keys.stream().map(RecordKey::key).collect(toSet()))
                .map(parked -> keys.stream()
                        .filter(key -> parked.contains(key.key()) || failingTenants.contains(key.tenant()))
                        .collect(toSet()));
    }

    public Uni<Void> behind(List<ConsumerRecord<String, String>> records) {
        return park(records, 0, Duration.ZERO, "waits for its turn");
    }

    public Uni<Void> failing(List<ConsumerRecord<String, String>> ofOneKey, Throwable failure) {
        String key = RecordKey.of(ofOneKey.getFirst()).key();
        notes.failed(consumer, key, String.valueOf(failure));
        Log.warnf(failure, "Consumer %s parks %d records of %s", consumer, ofOneKey.size(), key);
        return park(ofOneKey, 1, FIRST_PAUSE, String.valueOf(failure));
    }

    private Uni<Void> park(List<ConsumerRecord<String, String>> records, int tries, Duration pause, String reason) {
        if (!records.isEmpty() && notes.of(consumer).records() + records.size() > atMost) {
            return Uni.createFrom()
                    .failure(new IllegalStateException("Consumer " + consumer + " has parked " + atMost + " records"));
        }
        return store.park(consumer, records, tries, Instant.now().plus(pause), reason);
    }
}

package dev.regulars.eventing.consumer;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import dev.regulars.eventing.consumer.parking.Parking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Records on their way through a consumer, without those that have no effect here. Each of them ends with its effect, among the
 * dead letters, or parked: behind a parked one of its key, or because it failed itself. Only when the database takes no parked
 * record does the batch fail, and a further attempt goes on with what is left.
 */
final class Batch {

    private static final int KEYS_AT_ONCE = 32;

    private final Reaction<?> reaction;
    private final boolean together;
    private final Parking parking;
    private final List<IncomingRecord> records;
    private final Set<IncomingRecord> done = ConcurrentHashMap.newKeySet();

    /** @param together whether the reaction is to all of them at once, as long as none fails */
    Batch(Reaction<?> reaction, boolean together, Parking parking, List<IncomingRecord> records) {
        this.reaction = reaction;
        this.together = together;
        this.parking = parking;
        this.records = records.stream().filter(reaction::isTo).toList();
    }

    Uni<Void> attempt() {
        List<IncomingRecord> left = left(records);
        if (left.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<RecordKey> keys = left.stream().map(IncomingRecord::key).collect(toSet());
        return parking.mustWait(keys).chain(parked -> {
            if (parked.isEmpty()) {
                return take(left);
            }
            var waiting = left.stream()
                    .filter(record -> parked.contains(record.key()))
                    .toList();
            var others = left.stream()
                    .filter(record -> !parked.contains(record.key()))
                    .toList();
            return parking.behind(polled(waiting))
                    .invoke(() -> done.addAll(waiting))
                    .chain(() -> take(others));
        });
    }

    private Uni<Void> take(List<IncomingRecord> some) {
        return together && some.size() > 1
                ? reaction.to(some)
                        .invoke(() -> done.addAll(some))
                        .onFailure()
                        .recoverWithUni(failure -> keyByKey(some))
                : keyByKey(some);
    }

    private Uni<Void> keyByKey(List<IncomingRecord> some) {
        Collection<List<IncomingRecord>> byKey = some.stream()
                .collect(groupingBy(record -> record.key().key(), LinkedHashMap::new, toList()))
                .values();
        return Multi.createFrom()
                .iterable(byKey)
                .onItem()
                .transformToUni(this::inOrder)
                .collectFailures()
                .merge(KEYS_AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> inOrder(List<IncomingRecord> ofOneKey) {
        return Multi.createFrom()
                .iterable(ofOneKey)
                .onItem()
                .transformToUniAndConcatenate(record -> reaction.to(record).invoke(() -> done.add(record)))
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> park(left(ofOneKey), failure));
    }

    private Uni<Void> park(List<IncomingRecord> ofOneKey, Throwable failure) {
        return parking.failing(polled(ofOneKey), failure).invoke(() -> done.addAll(ofOneKey));
    }

    private static List<ConsumerRecord<String, String>> polled(List<IncomingRecord> some) {
        return some.stream().map(IncomingRecord::record).toList();
    }

    private List<IncomingRecord> left(List<IncomingRecord> some) {
        return some.stream().filter(record -> !done.contains(record)).toList();
    }
}

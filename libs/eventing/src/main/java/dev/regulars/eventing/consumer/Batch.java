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
    private final List<ConsumerRecord<String, String>> records;
    private final Set<ConsumerRecord<String, String>> done = ConcurrentHashMap.newKeySet();

    /** @param together whether the reaction is to all of them at once, as long as none fails */
    Batch(Reaction<?> reaction, boolean together, Parking parking, List<ConsumerRecord<String, String>> records) {
        this.reaction = reaction;
        this.together = together;
        this.parking = parking;
        this.records = records.stream().filter(reaction::isTo).toList();
    }

    Uni<Void> attempt() {
        List<ConsumerRecord<String, String>> left = left(records);
        if (left.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<RecordKey> keys = left.stream().map(RecordKey::of).collect(toSet());
        return parking.mustWait(keys).chain(parked -> {
            var waiting = left.stream()
                    .filter(record -> parked.contains(RecordKey.of(record)))
                    .toList();
            var others = left.stream()
                    .filter(record -> !parked.contains(RecordKey.of(record)))
                    .toList();
            return parking.behind(waiting).invoke(() -> done.addAll(waiting)).chain(() -> take(others));
        });
    }

    private Uni<Void> take(List<ConsumerRecord<String, String>> some) {
        return together && some.size() > 1
                ? reaction.to(some)
                        .invoke(() -> done.addAll(some))
                        .onFailure()
                        .recoverWithUni(failure -> keyByKey(some))
                : keyByKey(some);
    }

    private Uni<Void> keyByKey(List<ConsumerRecord<String, String>> some) {
        Collection<List<ConsumerRecord<String, String>>> byKey = some.stream()
                .collect(groupingBy(record -> RecordKey.of(record).key(), LinkedHashMap::new, toList()))
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

    private Uni<Void> inOrder(List<ConsumerRecord<String, String>> ofOneKey) {
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

    private Uni<Void> park(List<ConsumerRecord<String, String>> ofOneKey, Throwable failure) {
        return parking.failing(ofOneKey, failure).invoke(() -> done.addAll(ofOneKey));
    }

    private List<ConsumerRecord<String, String>> left(List<ConsumerRecord<String, String>> some) {
        return some.stream().filter(record -> !done.contains(record)).toList();
    }
}

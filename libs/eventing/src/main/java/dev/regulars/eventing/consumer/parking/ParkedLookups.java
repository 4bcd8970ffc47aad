package dev.regulars.eventing.consumer.parking;

import static com.mongodb.client.model.Filters.in;
import static java.util.stream.Collectors.toSet;

import dev.regulars.eventing.worker.MicroBatcher;
import dev.regulars.eventing.worker.Poller;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** The parked keys of consumers, in one query for all that ask at the same time. As a rule there are none. */
final class ParkedLookups {

    private static final int FEW = 50;
    private static final int MOST_AT_ONCE = 100;

    private record Lookup(String consumer, UniEmitter<? super @Nullable Set<String>> caller) {}

    private final ReactiveMongoCollection<BsonDocument> keys;
    private final MicroBatcher<Lookup> batcher = new MicroBatcher<>(MOST_AT_ONCE, this::answer);

    ParkedLookups(ReactiveMongoCollection<BsonDocument> keys) {
        this.keys = keys;
    }

    /** All of them; nothing where there are more than a few. */
    Uni<@Nullable Set<String>> of(String consumer) {
        return Uni.createFrom()
                .<@Nullable Set<String>>emitter(caller -> batcher.add(new Lookup(consumer, caller)))
                .emitOn(Poller.thisContext());
    }

    private Uni<Void> answer(List<Lookup> lookups) {
        Set<String> consumers = lookups.stream().map(Lookup::consumer).collect(toSet());
        return keys.find(in("consumer", consumers), new FindOptions().limit(FEW))
                .collect()
                .asList()
                .invoke(found -> lookups.forEach(
                        lookup -> lookup.caller().complete(found.size() < FEW ? keys(found, lookup.consumer()) : null)))
                .onFailure()
                .invoke(failure -> lookups.forEach(lookup -> lookup.caller().fail(failure)))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private static Set<String> keys(List<BsonDocument> found, String consumer) {
        return found.stream()
                .filter(key -> key.getString("consumer").getValue().equals(consumer))
                .map(key -> key.getString("key").getValue())
                .collect(toSet());
    }
}

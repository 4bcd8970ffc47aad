package dev.regulars.eventing.consumer.parking;

import dev.regulars.eventing.worker.Poller;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;

/** The retries of all consumers of a service: one question to the database tells which of them have something parked. */
public final class ParkedRetries {

    private static final Duration ROUND = Duration.ofMillis(500);

    private final ParkedRecords store;
    private final Map<String, ParkedRetry> byConsumer = new ConcurrentHashMap<>();
    private final Poller poller;

    public ParkedRetries(Vertx vertx, ParkedRecords store) {
        this.store = store;
        this.poller = Poller.every(vertx, ROUND, "Retry of parked events", this::round);
    }

    public void add(String consumer, ParkedRetry retry) {
        if (byConsumer.put(consumer, retry) == null && byConsumer.size() == 1) {
            poller.start();
        }
    }

    private Uni<Void> round() {
        return store.tenantsByConsumer().chain(this::each);
    }

    private Uni<Void> each(Map<String, List<BsonDocument>> tenants) {
        return Multi.createFrom()
                .iterable(byConsumer.entrySet())
                .onItem()
                .transformToUni(one -> one.getValue().round(tenants.getOrDefault(one.getKey(), List.of())))
                .collectFailures()
                .merge()
                .collect()
                .last()
                .replaceWithVoid();
    }

    public void stop() {
        poller.stop();
        byConsumer.values().forEach(ParkedRetry::stop);
    }
}

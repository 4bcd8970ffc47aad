package dev.regulars.eventing.consumer;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.regulars.eventing.consumer.parking.ParkedKeyMetrics;
import dev.regulars.eventing.consumer.parking.ParkedRecords;
import dev.regulars.eventing.consumer.parking.ParkedRetries;
import dev.regulars.eventing.consumer.parking.ParkedRetry;
import dev.regulars.eventing.consumer.parking.Parking;
import dev.regulars.events.DomainEvent;
import dev.regulars.web.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How a service consumes events: {@code consumer.consume("members", CommunityEvent.class, this::keep)} when it starts.
 * Records are taken in batches, in order per key, keys side by side. A record that cannot be read goes to the dead letters.
 * A key whose record fails is parked in the database and tried again, in its order, while all others go on; nothing is
 * skipped. Only while the database is away does the partition wait. An effect may be repeated, so it is keyed by the event's
 * id or guarded by its version.
 */
@ApplicationScoped
public class EventConsumer {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int MOST_AT_ONCE = 256;
    private static final int DECODED_AT_MOST = 2_000;
    private static final Duration DECODED_FOR = Duration.ofSeconds(10);

    private final Map<String, Object> kafka;
    private final ObjectMapper json;
    private final ConsumersConfig config;
    private final ParkedRecords store;
    private final ParkedRetries retries;
    private final ParkedKeyMetrics notes;
    private final StalledPartitions stalls;
    private final MeterRegistry metrics;
    private final Reaction.Means means;
    private final Cache<String, DomainEvent> lately = Caffeine.newBuilder()
            .maximumSize(DECODED_AT_MOST)
            .expireAfterWrite(DECODED_FOR)
            .build();
    private final List<PollLoop> loops = new CopyOnWriteArrayList<>();

    EventConsumer(
            Vertx vertx,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            ObjectMapper json,
            ConsumersConfig config,
            ParkedRecords store,
            ParkedKeyMetrics notes,
            StalledPartitions stalls,
            DeadLetters deadLetters,
            Traces traces,
            MeterRegistry metrics) {
        this.kafka = kafka;
        this.json = json;
        this.config = config;
        this.store = store;
        this.retries = new ParkedRetries(vertx, store);
        this.notes = notes;
        this.stalls = stalls;
        this.metrics = metrics;
        this.means = new Reaction.Means(vertx, deadLetters, traces);
    }

    /**
     * @param name of the configured consumer
     * @param events a sealed interface, or one event; records of others are skipped
     * @throws IllegalArgumentException where an event of it is not annotated
     */
    public <E extends DomainEvent> void consume(
            String name, Class<E> events, Function<ReceivedEvent<E>, Uni<Void>> effect) {
        consume(name, Set.of(events), effect);
    }

    /** @param events those of a sealed interface that have an effect here */
    public <E extends DomainEvent> void consume(
            String name, Set<Class<? extends E>> events, Function<ReceivedEvent<E>, Uni<Void>> effect) {
        start(
                name,
                new Reaction<>(new EventReader<>(events, json, lately), some -> effect.apply(some.getFirst()), means),
                false);
    }

    /**
     * The same for effects that cost less together than one by one. The events of a batch are in order per key; while one
     * fails, each is tried by itself.
     */
    public <E extends DomainEvent> void consumeTogether(
            String name, Class<E> events, Function<List<ReceivedEvent<E>>, Uni<Void>> effect) {
        consumeTogether(name, Set.of(events), effect);
    }

    /** @param events those of a sealed interface that have an effect here */
    public <E extends DomainEvent> void consumeTogether(
            String name, Set<Class<? extends E>> events, Function<List<ReceivedEvent<E>>, Uni<Void>> effect) {
        start(name, new Reaction<>(new EventReader<>(events, json, lately), effect, means), true);
    }

    private void start(String name, Reaction<?> reaction, boolean together) {
        ConsumersConfig.Source source = config.byName().get(name);
        if (source == null) {
            throw new IllegalArgumentException("Set consumers." + name + ".topic and consumers." + name + ".group");
        }
        notes.show(name);
        int counted = Math.toIntExact(Math.min(source.parkedAtMost() + 1, Integer.MAX_VALUE));
        retries.add(name, new ParkedRetry(name, reaction, store, notes, counted));
        var parking = new Parking(name, source.parkedAtMost(), store, notes);
        var loop = new PollLoop(
                name,
                source,
                settings(name, source),
                records -> work(name, new Batch(reaction, together, parking, records), records),
                metrics);
        loops.add(loop);
        loop.start();
    }

    /** Goes on with what is left of the batch until nothing is. */
    private CompletableFuture<Void> work(String name, Batch batch, List<ConsumerRecord<String, String>> records) {
        Set<String> partitions = records.stream()
                .map(record -> name + " at " + record.topic() + "-" + record.partition())
                .collect(toSet());
        return Uni.createFrom()
                .deferred(batch::attempt)
                .onFailure()
                .invoke(failure -> {
                    Log.warnf(failure, "Records of %s wait", partitions);
                    partitions.forEach(partition -> stalls.begin(partition, failure));
                })
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .withJitter(0.5)
                .indefinitely()
                .eventually(() -> partitions.forEach(stalls::end))
                .subscribeAsCompletionStage();
    }

    private Map<String, Object> settings(String name, ConsumersConfig.Source source) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "kafka-consumer-" + name);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, source.group());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_AT_ONCE);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000); // so soon after the broker is back
        // so long the partitions of a killed replica wait; brokers allow no less by default
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        return settings;
    }

    /** All are told first: each may have a batch to finish. */
    void stop(@Observes ShutdownEvent stopping) {
        retries.stop();
        loops.forEach(PollLoop::stop);
        loops.forEach(PollLoop::awaitEnd);
    }
}

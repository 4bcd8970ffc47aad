package dev.regulars.eventing.consumer;

import static jakarta.interceptor.Interceptor.Priority.PLATFORM_AFTER;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.eventing.consumer.parking.ParkedKeyMetrics;
import dev.regulars.eventing.consumer.parking.ParkedRecords;
import dev.regulars.eventing.consumer.parking.ParkedRetries;
import dev.regulars.eventing.consumer.parking.ParkedRetry;
import dev.regulars.eventing.consumer.parking.Parking;
import dev.regulars.eventing.consumer.poll.FormerOffsets;
import dev.regulars.eventing.consumer.poll.PollLoop;
import dev.regulars.events.DomainEvent;
import dev.regulars.web.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * How a service consumes events: {@code consumer.consume("members", CommunityEvent.class, this::keep)} when it starts.
 * Consumers of one topic and group read it together.
 * Records are taken in batches, in order per key, keys side by side. A record that cannot be read goes to the dead letters.
 * A key whose record fails is parked in the database and tried again, in its order, while all others go on; nothing is
 * skipped. Only while the database is away does the partition wait. An effect may be repeated, so it is keyed by the event's
 * id or guarded by its version.
 */
@ApplicationScoped
public class EventConsumer {

    private static final int MOST_AT_ONCE = 500;

    /** Consumers that read a topic together. */
    private record Group(String topic, String id) {

        /** That of its one consumer, or its own. */
        String name(ConsumersConfig config) {
            List<String> members = config.byName().entrySet().stream()
                    .filter(one -> isOf(one.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            return members.size() == 1 ? members.getFirst() : id;
        }

        Set<String> former(ConsumersConfig config) {
            return config.byName().values().stream()
                    .filter(this::isOf)
                    .flatMap(one -> one.formerGroup().stream())
                    .collect(toSet());
        }

        private boolean isOf(ConsumersConfig.Source source) {
            return source.topic().equals(topic) && source.group().equals(id);
        }
    }

    private final Map<String, Object> kafka;
    private final ObjectMapper json;
    private final ConsumersConfig config;
    private final ParkedRecords store;
    private final ParkedRetries retries;
    private final ParkedKeyMetrics notes;
    private final StalledPartitions stalls;
    private final MeterRegistry metrics;
    private final Reaction.Means means;
    private final Map<Group, ReactionGroup> groups = new ConcurrentHashMap<>();
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
        add(name, new Reaction<>(new EventReader<>(events, json), some -> effect.apply(some.getFirst()), means), false);
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
        add(name, new Reaction<>(new EventReader<>(events, json), effect, means), true);
    }

    private void add(String name, Reaction<?> reaction, boolean together) {
        ConsumersConfig.Source source = config.byName().get(name);
        if (source == null) {
            throw new IllegalArgumentException("Set consumers." + name + ".topic and consumers." + name + ".group");
        }
        notes.show(name);
        int counted = Math.toIntExact(Math.min(source.parkedAtMost() + 1, Integer.MAX_VALUE));
        retries.add(name, new ParkedRetry(name, reaction, store, notes, counted));
        groups.computeIfAbsent(new Group(source.topic(), source.group()), first -> new ReactionGroup(stalls))
                .add(name, reaction, together, new Parking(name, source.parkedAtMost(), store, notes));
    }

    /** After all that consume have said so: those of one group begin together. */
    void start(@Observes @Priority(PLATFORM_AFTER) StartupEvent started) {
        groups.forEach((group, reactions) -> {
            String name = group.name(config);
            Map<String, Object> settings = settings(name, group.id());
            var former = new FormerOffsets(kafka, group.former(config));
            var loop = new PollLoop(name, group.topic(), former, settings, reactions::work, metrics);
            loops.add(loop);
            loop.start();
        });
    }

    private Map<String, Object> settings(String name, String group) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "kafka-consumer-" + name);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
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

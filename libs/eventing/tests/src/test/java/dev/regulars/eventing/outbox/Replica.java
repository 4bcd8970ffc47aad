package dev.regulars.eventing.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.eventing.outbox.relay.EventBatches;
import dev.regulars.eventing.outbox.relay.KafkaPublisher;
import dev.regulars.eventing.outbox.relay.OutboxCleaner;
import dev.regulars.eventing.outbox.relay.Relay;
import dev.regulars.eventing.outbox.relay.RelayMetrics;
import dev.regulars.eventing.outbox.relay.Sweep;
import dev.regulars.web.trace.Traces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The outbox of one more replica of the service: a relay, a sweep and a producer of its own. */
public final class Replica implements AutoCloseable {

    public final Outbox outbox;
    private final KafkaPublisher broker;
    private final Relay relay;
    private final Sweep sweep;

    private Replica(Parts parts, String name, OutboxConfig config) {
        broker = new KafkaPublisher(parts.kafka, name, config, parts.traces);
        var cleaner = new OutboxCleaner(parts.mongo, "notes");
        var metrics = new RelayMetrics(new SimpleMeterRegistry(), config, Clock.systemUTC());
        relay = new Relay(broker, cleaner, config, metrics);
        sweep = new Sweep(parts.vertx, parts.mongo, "notes", relay, config, metrics, Clock.systemUTC());
        var batches = new EventBatches(parts.mongo, "notes", config);
        outbox = new Outbox(parts.json, Clock.systemUTC(), relay, config, batches);
    }

    @Override
    public void close() {
        sweep.stop(new ShutdownEvent());
        relay.stop();
        broker.close();
    }

    /** What replicas share. */
    @Singleton
    public static final class Parts {

        private final Map<String, Object> kafka;
        private final ReactiveMongoClient mongo;
        private final ObjectMapper json;
        private final Traces traces;
        private final Vertx vertx;

        Parts(
                @Identifier("default-kafka-broker") Map<String, Object> kafka,
                ReactiveMongoClient mongo,
                ObjectMapper json,
                Traces traces,
                Vertx vertx) {
            this.kafka = kafka;
            this.mongo = mongo;
            this.json = json;
            this.traces = traces;
            this.vertx = vertx;
        }

        /** One that sweeps all the time, and so has every document in hand that another one is about to send. */
        public Replica eager(String name) {
            var replica = new Replica(this, name, new Settings(Duration.ofMillis(20), Duration.ZERO, 10_000));
            replica.sweep.start(new StartupEvent());
            return replica;
        }

        /** One that is killed after every write: nothing is handed to its relay. */
        public Replica crashing(String name) {
            return new Replica(this, name, new Settings(Duration.ofHours(1), Duration.ZERO, 0));
        }
    }

    private record Settings(Duration pause, Duration leftBehind, int held) implements OutboxConfig {

        @Override
        public Optional<List<String>> alsoTo() {
            return Optional.empty();
        }

        @Override
        public Optional<String> beatOn() {
            return Optional.empty();
        }

        @Override
        public String topic() {
            return "messaging.events";
        }

        @Override
        public Optional<List<String>> collections() {
            return Optional.of(List.of("notes", "eventBatches"));
        }
    }
}

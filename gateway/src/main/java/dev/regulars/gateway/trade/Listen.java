package dev.regulars.gateway.trade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.events.Topic;
import dev.regulars.events.identity.CallerChanged;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Hears who changed: every replica for itself, from now on, without a group and without a place to come back to. */
@Singleton
class Listen {

    private static final TopicPartition CALLERS = new TopicPartition(Topic.CALLERS.title(), 0);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long PAUSE_AFTER_FAILURE = Duration.ofMillis(500).toNanos();

    private final Changes changes;
    private final ObjectMapper json;
    private final KafkaConfig config;
    private volatile boolean stopped;

    Listen(Changes changes, ObjectMapper json, KafkaConfig config) {
        this.changes = changes;
        this.json = json;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        var unused = Thread.ofPlatform().name("callers").daemon().start(this::listen);
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
    }

    private void listen() {
        while (!stopped) {
            try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new StringDeserializer())) {
                consumer.assign(List.of(CALLERS));
                consumer.seekToEnd(List.of(CALLERS));
                var unused = consumer.position(CALLERS); // now, not with the first poll
                changes.listening();
                while (!stopped) {
                    consumer.poll(POLL).forEach(this::hear);
                }
            } catch (KafkaException e) {
                Log.warnf("Changes of callers cannot be heard, so no trade is kept: %s", e.getMessage());
                LockSupport.parkNanos(PAUSE_AFTER_FAILURE);
            }
        }
    }

    private void hear(ConsumerRecord<String, String> record) {
        if (record.headers().lastHeader("ce_type") != null) {
            changes.changed(tag(record));
        }
        changes.sign(Duration.ofMillis(Math.max(0, System.currentTimeMillis() - record.timestamp())));
    }

    /** Of a change that cannot be read the key tells what it is about. */
    private String tag(ConsumerRecord<String, String> record) {
        try {
            return json.readValue(record.value(), CallerChanged.class).tag();
        } catch (JsonProcessingException e) {
            Log.errorf("A change of %s cannot be read: %s", record.key(), e.getOriginalMessage());
            return record.key();
        }
    }

    private Map<String, Object> settings() {
        return Map.of(
                "bootstrap.servers",
                config.servers(),
                "enable.auto.commit",
                false,
                "allow.auto.create.topics",
                false,
                "auto.offset.reset",
                "latest",
                "metadata.max.age.ms",
                5_000,
                "reconnect.backoff.max.ms",
                1_000);
    }
}

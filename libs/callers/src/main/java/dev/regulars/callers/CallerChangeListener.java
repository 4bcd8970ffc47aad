package dev.regulars.callers;

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

/** Consumes the topic of caller changes from its end. Every replica reads all of it, without a consumer group. */
@Singleton
class CallerChangeListener {

    private static final TopicPartition CALLERS = new TopicPartition(Topic.CALLERS.title(), 0);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final long PAUSE_AFTER_FAILURE = Duration.ofMillis(500).toNanos();

    private final CallerInvalidations invalidations;
    private final ObjectMapper json;
    private final KafkaSettings kafka;
    private volatile boolean stopped;

    CallerChangeListener(CallerInvalidations invalidations, ObjectMapper json, KafkaSettings kafka) {
        this.invalidations = invalidations;
        this.json = json;
        this.kafka = kafka;
    }

    void start(@Observes StartupEvent started) {
        var unused = Thread.ofPlatform().name("caller-change-listener").daemon().start(this::listen);
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
    }

    private void listen() {
        while (!stopped) {
            try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new StringDeserializer())) {
                consumer.assign(List.of(CALLERS));
                consumer.seekToEnd(List.of(CALLERS));
                var unused = consumer.position(CALLERS); // seekToEnd is lazy: resolve the position now
                invalidations.connected();
                while (!stopped) {
                    consumer.poll(POLL).forEach(this::receive);
                }
            } catch (KafkaException e) {
                Log.warnf("Caller changes cannot be received; tokens are not cached: %s", e.getMessage());
                LockSupport.parkNanos(PAUSE_AFTER_FAILURE);
            }
        }
    }

    private void receive(ConsumerRecord<String, String> record) {
        if (record.headers().lastHeader("ce_type") != null) {
            invalidations.invalidate(tag(record));
        }
        invalidations.heartbeat(Duration.ofMillis(Math.max(0, System.currentTimeMillis() - record.timestamp())));
    }

    /** The key of a record is its tag too, so an unreadable change still invalidates. */
    private String tag(ConsumerRecord<String, String> record) {
        try {
            return json.readValue(record.value(), CallerChanged.class).tag();
        } catch (JsonProcessingException e) {
            Log.errorf("Unreadable change of caller %s: %s", record.key(), e.getOriginalMessage());
            return record.key();
        }
    }

    private Map<String, Object> settings() {
        return kafka.with(Map.of(
                "enable.auto.commit",
                false,
                "allow.auto.create.topics",
                false,
                "auto.offset.reset",
                "latest",
                "metadata.max.age.ms",
                5_000,
                "reconnect.backoff.max.ms",
                1_000));
    }
}

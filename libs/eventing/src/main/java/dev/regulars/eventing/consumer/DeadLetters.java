package dev.regulars.eventing.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.logging.Log;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The topic {@code <service>.dead-letters}: records that cannot be read, with the reason. */
@ApplicationScoped
class DeadLetters {

    private final Map<String, Object> settings;
    private final String topic;
    private @Nullable Producer<String, String> producer;

    DeadLetters(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 1_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2_000);
        topic = service + ".dead-letters";
    }

    /** Succeeds when the broker has it. */
    Uni<Void> put(ConsumerRecord<String, String> record, String reason) {
        Log.errorf(
                "A record cannot be read and goes to %s: %s-%d@%d: %s",
                topic, record.topic(), record.partition(), record.offset(), reason);
        return Uni.createFrom()
                .<Void>emitter(letter -> {
                    var unused = producer().send(letter(record, reason), (at, failure) -> {
                        if (failure == null) {
                            letter.complete(null);
                        } else {
                            letter.fail(failure);
                        }
                    });
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()); // a producer blocks while the broker is away
    }

    private ProducerRecord<String, String> letter(ConsumerRecord<String, String> record, String reason) {
        var letter = new ProducerRecord<>(topic, record.key(), record.value());
        record.headers().forEach(letter.headers()::add);
        Map.of(
                        "dead-letter-reason", reason,
                        "dead-letter-topic", record.topic(),
                        "dead-letter-partition", String.valueOf(record.partition()),
                        "dead-letter-offset", String.valueOf(record.offset()))
                .forEach((name, value) -> letter.headers().add(name, value.getBytes(UTF_8)));
        return letter;
    }

    /** Made for the first letter: most services never write one. */
    private synchronized Producer<String, String> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        }
        return producer;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(5));
        }
    }
}

package dev.regulars.eventing.outbox.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.regulars.eventing.EventActor;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.OutboxConfig;
import dev.regulars.eventing.outbox.OutboxEntry;
import dev.regulars.eventing.outbox.relay.PendingEvents.Due;
import dev.regulars.web.trace.Traces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Kafka's own producer. Not an emitter: that one has a second buffer that overflows, {@code acks=1} as its default
 * (which silently turns idempotence off) and a second retry of its own.
 */
@ApplicationScoped
public class KafkaPublisher {

    private static final int BATCH = 128 * 1024;

    /** So that what a commit has to tell goes out in one request; but a document waits for each ack, so no longer. */
    private static final int LINGER_MS = 2;

    private final Producer<String, String> producer;
    private final String topic;
    private final byte[] source;
    private final Traces traces;

    public KafkaPublisher(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String service,
            OutboxConfig config,
            Traces traces) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH); // those of a ledger's group need few requests then
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000); // a broker away must not hold the relay's thread
        producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        topic = config.topic();
        this.traces = traces;
        source = ("/" + service).getBytes(UTF_8);
    }

    /** @param answered gets nothing once every replica in sync has the event, else what went wrong */
    void send(Due due, Consumer<@Nullable Exception> answered) {
        Span span = traces.begin(
                "publish " + due.entry().type(), SpanKind.PRODUCER, due.entry().trace());
        try {
            var unused = producer.send(record(due, span), (at, failure) -> {
                span.end();
                answered.accept(failure);
            });
        } catch (KafkaException e) {
            span.end();
            answered.accept(e);
        }
    }

    /** Not waited for: a lost one is followed by the next. */
    public boolean beat(String on) {
        var unused = producer.send(new ProducerRecord<>(on, "beat", ""));
        return true;
    }

    private ProducerRecord<String, String> record(Due due, Span span) {
        OutboxEntry event = due.entry();
        Version version = due.version();
        var record = new ProducerRecord<>(event.topic() == null ? topic : event.topic(), event.key(), event.data());
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        event.id(),
                        "ce_type",
                        event.type(),
                        "ce_subject",
                        event.subject(),
                        "ce_time",
                        event.at().toString(),
                        "ce_epoch",
                        "" + version.epoch(),
                        "ce_n",
                        "" + version.n(),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        record.headers().add("ce_source", source);
        EventActor actor = event.actor();
        if (actor != null) {
            record.headers().add("ce_actorkind", actor.kind().getBytes(UTF_8));
            record.headers().add("ce_actorid", actor.id().getBytes(UTF_8));
        }
        @Nullable String place = Traces.placeOf(span);
        if (place != null) {
            record.headers().add(Traces.HEADER, place.getBytes(UTF_8));
        }
        return record;
    }

    @PreDestroy
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}

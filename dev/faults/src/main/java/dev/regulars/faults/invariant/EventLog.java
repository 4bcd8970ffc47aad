package dev.regulars.faults.invariant;

import static dev.regulars.events.DomainEvent.typeOf;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.events.identity.IdentityEvent.AccountLoggedIn;
import dev.regulars.faults.invariant.EventOrder.Version;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics from their beginning to their current end. */
public record EventLog(String kafka) {

    /**
     * The headers of an event.
     *
     * @param document kind and id of its document: documents of different kinds may share a subject
     */
    public record Event(String id, String type, String subject, String document, Version version) {

        private static final ObjectMapper JSON = new ObjectMapper();

        static Event of(ConsumerRecord<String, String> record) {
            String type = header(record, "ce_type");
            return new Event(
                    header(record, "ce_id"),
                    type,
                    header(record, "ce_subject"),
                    document(type, record),
                    new Version(Long.parseLong(header(record, "ce_epoch")), Long.parseLong(header(record, "ce_n"))));
        }

        /** A login is an event of its session, under the key of its account. */
        private static String document(String type, ConsumerRecord<String, String> record) {
            return type.equals(typeOf(AccountLoggedIn.class))
                    ? "session " + text(record, "sessionId")
                    : type.replaceFirst("\\.[^.]+\\.v\\d+$", "") + " " + record.key();
        }

        private static String text(ConsumerRecord<String, String> record, String name) {
            try {
                return JSON.readTree(record.value()).path(name).asText();
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("Unreadable event " + record, e);
            }
        }

        private static String header(ConsumerRecord<String, String> record, String name) {
            return new String(record.headers().lastHeader(name).value(), UTF_8);
        }
    }

    /** Events of one document arrive in log order. */
    void read(Collection<String> topics, Consumer<Event> reader) {
        var settings = Map.<String, Object>of("bootstrap.servers", kafka);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> reader.accept(Event.of(record)));
            }
        }
    }
}

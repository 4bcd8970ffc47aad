package dev.regulars.faults.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.regulars.faults.check.FirstSights.Version;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The topics, read from their beginning to where they end now. */
public record EventLog(String kafka) {

    /** An event by its headers. */
    record Event(String id, String type, String subject, String key, Version version) {

        private static Event of(ConsumerRecord<String, String> record) {
            return new Event(
                    header(record, "ce_id"),
                    header(record, "ce_type"),
                    header(record, "ce_subject"),
                    record.key(),
                    new Version(Long.parseLong(header(record, "ce_epoch")), Long.parseLong(header(record, "ce_n"))));
        }

        /** Whose event it is: documents of different kinds may be about the same subject. */
        String document() {
            return type.replaceFirst("\\.[^.]+\\.v\\d+$", "") + " " + key;
        }

        private static String header(ConsumerRecord<String, String> record, String name) {
            return new String(record.headers().lastHeader(name).value(), UTF_8);
        }
    }

    /** Events of one document come in the order of the log. */
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

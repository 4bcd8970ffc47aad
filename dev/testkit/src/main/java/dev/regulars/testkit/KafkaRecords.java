package dev.regulars.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.toSet;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.regulars.events.DomainEvent;
import dev.regulars.events.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What Kafka holds, read from the beginning each time; and a way to put something there. */
public final class KafkaRecords {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final String kafka;

    public KafkaRecords(String kafka) {
        this.kafka = kafka;
    }

    /** Types of the events about one thing, in order, once there are at least {@code count}. */
    public List<String> typesAbout(Topic topic, String key, int count) {
        return await()
                .atMost(20, SECONDS)
                .until(() -> about(topic.title(), key), events -> events.size() >= count)
                .stream()
                .map(event -> header(event, "ce_type"))
                .toList();
    }

    public List<ConsumerRecord<String, String>> about(String topic, String key) {
        return all(topic).stream().filter(event -> key.equals(event.key())).toList();
    }

    public List<ConsumerRecord<String, String>> all(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", kafka),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partitions = consumer.listTopics().getOrDefault(topic, List.of()).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    /** How many records of a topic a group of consumers has not told to be done with. */
    public long undone(String group, Topic topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", kafka, "group.id", group),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic.title()).stream()
                    .map(partition -> new TopicPartition(topic.title(), partition.partition()))
                    .collect(toSet());
            var done = consumer.committed(partitions);
            return consumer.endOffsets(partitions).entrySet().stream()
                    .mapToLong(end -> end.getValue()
                            - (done.get(end.getKey()) == null
                                    ? 0
                                    : done.get(end.getKey()).offset()))
                    .sum();
        }
    }

    /** As a service would have sent it, under an id of its own. */
    public static ProducerRecord<String, String> record(Topic topic, DomainEvent event, long n) {
        String data = json(event);
        var record = new ProducerRecord<>(topic.title(), event.key(), data);
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_type", event.type(),
                        "ce_subject", event.subject(),
                        "ce_time", Instant.now().toString(),
                        "ce_epoch", "0",
                        "ce_n", String.valueOf(n))
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    public void put(ProducerRecord<String, String> record) {
        putAll(List.of(record));
    }

    public void putAll(List<ProducerRecord<String, String>> records) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka), new StringSerializer(), new StringSerializer())) {
            records.forEach(record -> {
                var unused = producer.send(record); // closing waits for it
            });
        }
    }

    /** The same record again, as after a crash of its sender. */
    public void put(Topic topic, DomainEvent event, long n) {
        put(record(topic, event, n));
    }

    public static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static String json(DomainEvent event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** What Kafka holds, read from the beginning each time; and a way to put something there. */
public final class KafkaRecords implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final String kafka;
    private @Nullable KafkaConsumer<String, String> reader;
    private @Nullable KafkaProducer<String, String> writer;

    public KafkaRecords(String kafka) {
        this.kafka = kafka;
    }

    /** Types of the events about one thing, in order, once there are at least {@code count}. */
    public List<String> typesAbout(Topic topic, String key, int count) {
        return await()
                .atMost(20, SECONDS)
                .pollInterval(Duration.ofMillis(25))
                .until(() -> about(topic.title(), key), events -> events.size() >= count)
                .stream()
                .map(event -> header(event, "ce_type"))
                .toList();
    }

    public List<ConsumerRecord<String, String>> about(String topic, String key) {
        return all(topic).stream().filter(event -> key.equals(event.key())).toList();
    }

    public synchronized List<ConsumerRecord<String, String>> all(String topic) {
        var reader = reader();
        var partitions = reader.listTopics().getOrDefault(topic, List.of()).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        reader.assign(partitions);
        reader.seekToBeginning(partitions);
        var ends = reader.endOffsets(partitions);
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        while (partitions.stream().anyMatch(partition -> reader.position(partition) < ends.get(partition))) {
            reader.poll(Duration.ofMillis(100)).forEach(records::add);
        }
        return records;
    }

    /** One for all reads: to connect takes longer than to read. */
    private KafkaConsumer<String, String> reader() {
        if (reader == null) {
            reader = new KafkaConsumer<>(
                    Map.<String, Object>of("bootstrap.servers", kafka, "metadata.max.age.ms", 1_000),
                    new StringDeserializer(),
                    new StringDeserializer());
        }
        return reader;
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

    public synchronized void putAll(List<ProducerRecord<String, String>> records) {
        var writer = writer();
        List<Future<RecordMetadata>> sent = records.stream().map(writer::send).toList();
        writer.flush();
        sent.forEach(KafkaRecords::requireSent);
    }

    private static void requireSent(Future<RecordMetadata> record) {
        try {
            record.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A record was not sent", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private KafkaProducer<String, String> writer() {
        if (writer == null) {
            writer = new KafkaProducer<>(
                    Map.<String, Object>of("bootstrap.servers", kafka, "reconnect.backoff.max.ms", 1_000),
                    new StringSerializer(),
                    new StringSerializer());
        }
        return writer;
    }

    /** The same record again, as after a crash of its sender. */
    public void put(Topic topic, DomainEvent event, long n) {
        put(record(topic, event, n));
    }

    @Override
    public synchronized void close() {
        if (reader != null) {
            reader.close(CloseOptions.timeout(Duration.ZERO));
        }
        if (writer != null) {
            writer.close(Duration.ZERO);
        }
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

package dev.regulars.eventing.maintenance;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Makes one topic anew with the records of the last while before a moment: what came later never happened for the restored
 * databases, and what came before may not have been applied when they were saved. Consumers read it from its beginning,
 * since the offsets of a deleted topic are forgotten.
 */
record TopicRewind(Map<String, Object> kafka, String topic) {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int TRIES = 60;

    /** Returns how many records were kept. */
    int rewind(Instant from, Instant until) throws ExecutionException, InterruptedException {
        List<ConsumerRecord<byte[], byte[]>> kept = read(from, until);
        try (Admin admin = Admin.create(kafka)) {
            NewTopic again = description(admin);
            admin.deleteTopics(List.of(topic)).all().get();
            create(admin, again);
        }
        write(kept);
        return kept.size();
    }

    private List<ConsumerRecord<byte[], byte[]>> read(Instant from, Instant until) {
        List<ConsumerRecord<byte[], byte[]>> kept = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            seek(consumer, partitions, from);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                consumer.poll(POLL).forEach(record -> {
                    if (record.timestamp() <= until.toEpochMilli()) {
                        kept.add(record);
                    }
                });
            }
        }
        return kept;
    }

    private static void seek(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions, Instant from) {
        Map<TopicPartition, Long> times =
                partitions.stream().collect(Collectors.toMap(one -> one, one -> from.toEpochMilli()));
        consumer.offsetsForTimes(times).forEach((partition, found) -> {
            if (found == null) {
                consumer.seekToEnd(List.of(partition));
            } else {
                consumer.seek(partition, found.offset());
            }
        });
    }

    private NewTopic description(Admin admin) throws ExecutionException, InterruptedException {
        var known = requireNonNull(
                admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic));
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var described = requireNonNull(
                admin.describeConfigs(List.of(resource)).all().get().get(resource));
        Map<String, String> settings = described.entries().stream()
                .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
        short copies = (short) known.partitions().getFirst().replicas().size();
        return new NewTopic(topic, known.partitions().size(), copies).configs(settings);
    }

    /** A deletion takes the broker a moment. */
    private static void create(Admin admin, NewTopic again) throws ExecutionException, InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                admin.createTopics(List.of(again)).all().get();
                return;
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException) || tries == TRIES) {
                    throw e;
                }
                Thread.sleep(POLL);
            }
        }
    }

    private void write(List<ConsumerRecord<byte[], byte[]>> records) throws ExecutionException, InterruptedException {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("acks", "all");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            var sent = records.stream()
                    .map(record -> producer.send(new ProducerRecord<>(
                            topic,
                            record.partition(),
                            record.timestamp(),
                            record.key(),
                            record.value(),
                            record.headers())))
                    .toList();
            for (var one : sent) {
                var unused = one.get();
            }
        }
    }
}

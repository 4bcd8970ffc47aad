package dev.regulars.eventing.maintenance;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TopicRewindTest {

    private static final String TOPIC = "rewound";
    private static final Instant BACKUP = Instant.parse("2026-03-10T16:00:00Z");

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> settings;

    @Test
    void whatCameAfterTheBackupIsGoneAndWhatCameShortlyBeforeKeepsItsPlaceAndHeaders() throws Exception {
        var kafka = new HashMap<String, Object>(Map.of("bootstrap.servers", settings.get("bootstrap.servers")));
        try (Admin admin = Admin.create(kafka)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 2, (short) 1).configs(Map.of("retention.ms", "-1"))))
                    .all()
                    .get(20, SECONDS);
        }
        write(kafka, 0, "long before", BACKUP.minusSeconds(7200));
        write(kafka, 0, "before", BACKUP.minusSeconds(60));
        write(kafka, 1, "at the moment", BACKUP);
        write(kafka, 1, "after", BACKUP.plusSeconds(1));

        int kept = new TopicRewind(kafka, TOPIC).rewind(BACKUP.minus(Duration.ofHours(1)), BACKUP);

        assertThat(kept).isEqualTo(2);
        assertThat(read(kafka)).containsExactlyInAnyOrder("0 before id", "1 at the moment id");
    }

    private static void write(Map<String, Object> kafka, int partition, String value, Instant at) throws Exception {
        try (var producer = new KafkaProducer<>(kafka, new StringSerializer(), new StringSerializer())) {
            var record = new ProducerRecord<>(TOPIC, partition, at.toEpochMilli(), "key", value);
            record.headers().add("ce_id", "id".getBytes());
            producer.send(record).get(20, SECONDS);
        }
    }

    private static List<String> read(Map<String, Object> kafka) {
        List<String> found = new ArrayList<>();
        var partitions = List.of(new TopicPartition(TOPIC, 0), new TopicPartition(TOPIC, 1));
        try (var consumer = new KafkaConsumer<>(kafka, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (int tries = 0; tries < 40 && found.size() < 2; tries++) {
                consumer.poll(Duration.ofMillis(250))
                        .forEach(record -> found.add(record.partition() + " " + record.value() + " "
                                + new String(
                                        record.headers().lastHeader("ce_id").value())));
            }
        }
        return found;
    }
}

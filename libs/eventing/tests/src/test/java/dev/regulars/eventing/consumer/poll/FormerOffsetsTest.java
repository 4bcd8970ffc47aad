package dev.regulars.eventing.consumer.poll;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.eventing.note.NoteDocument;
import dev.regulars.eventing.note.NoteEvent.LineAdded;
import dev.regulars.events.Topic;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FormerOffsetsTest {

    KafkaRecords records;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    final String group = UUID.randomUUID().toString();
    final String first = UUID.randomUUID().toString();
    final String second = UUID.randomUUID().toString();
    final TopicPartition partition = new TopicPartition(Topic.REWARDS.title(), 0);

    @BeforeEach
    void putRecords() {
        for (int i = 0; i < 30; i++) { // some of them in the partition
            String note = UUID.randomUUID().toString();
            records.put(Topic.REWARDS, new LineAdded(NoteDocument.COMMUNITY, note, "0"), 1);
        }
    }

    @Test
    void aNewGroupBeginsAtTheLeastOffsetOfThoseBefore() {
        commit(first, 3);
        commit(second, 2);

        assertThat(position(Set.of(first, second))).isEqualTo(2);
    }

    @Test
    void whereOneOfThemReadNothingItBeginsAtTheBeginning() {
        commit(first, 3);

        assertThat(position(Set.of(first, second))).isZero();
    }

    @Test
    void itsOwnOffsetCountsOnceThereIsOne() {
        commit(first, 1);
        commit(group, 3);

        assertThat(position(Set.of(first))).isEqualTo(3);
    }

    private long position(Set<String> former) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            new FormerOffsets(kafka, former).apply(consumer, List.of(partition));
            return consumer.position(partition);
        }
    }

    private void commit(String of, long offset) {
        try (var admin = Admin.create(kafka)) {
            admin.alterConsumerGroupOffsets(of, Map.of(partition, new OffsetAndMetadata(offset)))
                    .all()
                    .get(10, SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

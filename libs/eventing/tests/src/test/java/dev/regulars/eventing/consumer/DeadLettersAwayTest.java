package dev.regulars.eventing.consumer;

import static dev.regulars.eventing.note.NoteDocument.COMMUNITY;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.eventing.note.MarkDocument;
import dev.regulars.eventing.note.NoteEvent.LineAdded;
import dev.regulars.events.Topic;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeadLettersAwayTest {

    private static final String DEAD_LETTERS = "notes-service.dead-letters";

    KafkaRecords records;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    final String note = UUID.randomUUID().toString();
    final String other = UUID.randomUUID().toString();

    @Test
    void whileTheDeadLettersCannotBeWrittenOnlyTheKeyOfTheUnreadableRecordWaits() throws Exception {
        ProducerRecord<String, String> next = line(note);
        try (var admin = Admin.create(kafka)) {
            admin.deleteTopics(List.of(DEAD_LETTERS)).all().get(10, SECONDS);

            records.putAll(List.of(new ProducerRecord<>(next.topic(), next.key(), "garbage"), next, line(other)));

            await().atMost(ofSeconds(10)).until(() -> MarkDocument.on(other) == 1);
            await().atMost(ofSeconds(5)).until(() -> records.undone("notes-marks", Topic.REWARDS) == 0);
            assertThat(MarkDocument.on(note)).isZero();
            admin.createTopics(List.of(new NewTopic(DEAD_LETTERS, 1, (short) -1)))
                    .all()
                    .get(10, SECONDS);
        }
        await().atMost(ofSeconds(15)).until(() -> MarkDocument.on(note) == 1);
        assertThat(records.about(DEAD_LETTERS, next.key()))
                .extracting(letter -> KafkaRecords.header(letter, "dead-letter-reason"))
                .containsOnly("Not an event: no header ce_id");
    }

    private static ProducerRecord<String, String> line(String note) {
        return KafkaRecords.record(Topic.REWARDS, new LineAdded(COMMUNITY, note, "line"), 1);
    }
}

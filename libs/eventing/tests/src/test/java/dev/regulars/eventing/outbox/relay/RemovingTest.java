package dev.regulars.eventing.outbox.relay;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.eventing.note.NoteDocument;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.Topic;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A document that is removed takes no event along. */
@QuarkusTest
class RemovingTest {

    KafkaRecords records;

    @Inject
    Outbox outbox;

    @Test
    void whatWaitsInADocumentIsToldBeforeItGoes() {
        List<NoteDocument> notes = IntStream.range(0, 10)
                .mapToObj(number -> NoteDocument.by("ana"))
                .toList();
        for (NoteDocument note : notes) {
            NoteDocument removed = note.write(outbox.alone())
                    .chain(written -> NoteDocument.takeAway(outbox.alone(), note.id))
                    .await()
                    .indefinitely();
            assertThat(removed).as("answered as it was").isNotNull();
            assertThat(find(note)).as("gone at once").isNull();
        }

        for (NoteDocument note : notes) {
            assertThat(records.typesAbout(Topic.MESSAGING, NoteDocument.key(note.id), 1))
                    .hasSize(1);
        }
        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(NoteDocument.count(
                                "_id in ?1", notes.stream().map(note -> note.id).toList())
                        .await()
                        .indefinitely())
                .isZero());
    }

    private NoteDocument find(NoteDocument note) {
        return NoteDocument.find(outbox.alone(), note.id).await().indefinitely();
    }
}

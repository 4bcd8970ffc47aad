package dev.regulars.eventing.outbox.relay;

import static dev.regulars.eventing.note.StoredNotes.awaitGone;
import static dev.regulars.eventing.note.StoredNotes.awaitTold;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.eventing.note.NoteDocument;
import dev.regulars.eventing.outbox.FirstSights;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Replica;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TwoReplicasTest {

    KafkaRecords records;

    @Inject
    Outbox outbox;

    @Inject
    Replica.Parts parts;

    @Test
    void ofOneDocumentInTheHandsOfTwoNothingIsLostAndFirstSightsKeepTheirOrder() {
        try (var other = parts.eager("other")) {
            String note = NoteDocument.by("ana").write(outbox.alone()).await().indefinitely().id;

            Concurrently.call(16, writer -> addTen(writer % 2 == 0 ? outbox : other.outbox, note, writer));
            NoteDocument.remove(other.outbox.alone(), note).await().indefinitely();

            assertThat(FirstSights.of(records, note, 162)).isEqualTo(FirstSights.upTo(162));
            awaitGone(note);
            assertThat(FirstSights.all(records, note))
                    .extracting(event -> KafkaRecords.header(event, "ce_source"))
                    .contains("/notes-service", "/other");
            assertThat(FirstSights.all(records, note).stream()
                            .map(event -> KafkaRecords.header(event, "ce_id"))
                            .distinct())
                    .hasSize(162);
        }
    }

    @Test
    void whatOneReplicaToldAndTookOutDoesNotDisturbTheOther() {
        try (var other = parts.eager("other")) {
            String note = NoteDocument.by("ana").write(outbox.alone()).await().indefinitely().id;

            for (int turn = 0; turn < 10; turn++) {
                addTen(turn % 2 == 0 ? outbox : other.outbox, note, turn);
            }

            assertThat(FirstSights.of(records, note, 101)).isEqualTo(FirstSights.upTo(101));
            awaitTold(note);
        }
    }

    private static boolean addTen(Outbox outbox, String note, int writer) {
        return IntStream.range(0, 10)
                .allMatch(i -> NoteDocument.add(outbox.alone(), note, writer + "-" + i)
                                .await()
                                .indefinitely()
                        != null);
    }
}

package dev.regulars.eventing.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.eventing.Version;
import dev.regulars.eventing.note.NoteDocument;
import dev.regulars.eventing.note.NoteEvent.LineAdded;
import dev.regulars.eventing.note.StoredNotes;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import mutiny.zero.flow.adapters.AdaptersToFlow;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventBatchesTest {

    private static final int NOTES = 600; // more than a batch holds

    KafkaRecords records;

    @Inject
    ReactiveMongoClient mongo;

    @Inject
    Outbox outbox;

    @Inject
    Replica.Parts parts;

    final List<NoteDocument> notes =
            IntStream.range(0, NOTES).mapToObj(i -> NoteDocument.by("ana")).toList();

    @Test
    void allEventsAreToldWithTheVersionsOfTheirDocumentsAndNothingIsLeft() {
        write(outbox, true);

        assertTold();
    }

    @Test
    void whatACrashLeftBehindIsToldByAnother() {
        try (var crashing = parts.crashing("crashing")) {
            write(crashing.outbox, true);

            assertTold();
        }
    }

    @Test
    void whatIsNotCommittedIsToldToNobody() {
        write(outbox, false);

        assertThat(StoredNotes.note(notes.getFirst().id)).isNull();
        assertThat(batches()).isZero();
    }

    private void write(Outbox of, boolean commit) {
        var session = mongo.startSession().await().indefinitely();
        session.startTransaction();
        Tx tx = of.in(session, Origin.NONE);
        NoteDocument.writeAll(tx, notes.stream().map(EventBatchesTest::written).toList())
                .await()
                .indefinitely();
        var end = commit ? session.commitTransaction() : session.abortTransaction();
        Uni.createFrom().publisher(AdaptersToFlow.publisher(end)).await().indefinitely();
        if (commit) {
            tx.committed();
        }
        session.close();
    }

    private static NewDocument<NoteDocument> written(NoteDocument note) {
        var lines = List.of("0", "1").stream()
                .map(line -> new LineAdded(NoteDocument.COMMUNITY, note.id, line))
                .toList();
        return new NewDocument<>(note, new Version(5, 2), null, List.copyOf(lines));
    }

    private void assertTold() {
        for (NoteDocument note : List.of(notes.getFirst(), notes.getLast())) {
            assertThat(FirstSights.of(records, note.id, 2)).containsExactlyInAnyOrder(1L, 2L);
            assertThat(FirstSights.all(records, note.id))
                    .allSatisfy(event ->
                            assertThat(KafkaRecords.header(event, "ce_epoch")).isEqualTo("5"));
            assertThat(StoredNotes.waiting(note.id)).isEmpty();
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> batches() == 0);
    }

    private static long batches() {
        return NoteDocument.mongoDatabase()
                .getCollection("eventBatches")
                .countDocuments()
                .await()
                .indefinitely();
    }
}

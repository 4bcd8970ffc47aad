package dev.regulars.eventing.outbox.relay;

import static dev.regulars.eventing.note.StoredNotes.awaitGone;
import static dev.regulars.eventing.note.StoredNotes.awaitTold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.regulars.eventing.note.MarkDocument;
import dev.regulars.eventing.note.NoteDocument;
import dev.regulars.eventing.note.NoteEvent.LineAdded;
import dev.regulars.eventing.note.StoredNotes;
import dev.regulars.eventing.outbox.FirstSights;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.Topic;
import dev.regulars.local.kafka.LocalKafka;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.KafkaRecords;
import dev.regulars.testkit.ManagementInterface;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BrokerAwayTest {

    LocalKafka kafka;
    KafkaRecords records;

    @Inject
    Outbox outbox;

    @Inject
    MeterRegistry metrics;

    @Test
    void withoutABrokerWritesGoOnUpToFiveHundredAndTheRestFollowsWhenItIsBack() {
        assumeFalse(kafka.isGiven());
        String note = write();
        String removed = write();
        awaitTold(note);
        awaitTold(removed);

        kafka.stop();
        List<String> refused = fillAndRemove(note, removed);
        ManagementInterface.get("/q/health/ready").then().statusCode(200);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(this::assertBacklogIsSeen);
        kafka.start();

        refused.forEach(line -> await().atMost(Duration.ofSeconds(90)).until(() -> taken(note, line)));
        assertThat(FirstSights.of(records, note, 529)).isEqualTo(FirstSights.upTo(529));
        awaitTold(note);
        awaitGone(removed);
        assertThat(FirstSights.of(records, removed, 2)).isEqualTo(FirstSights.upTo(2));
        assertConsumersGoOn(note);
    }

    private void assertConsumersGoOn(String note) {
        records.put(Topic.REWARDS, new LineAdded(NoteDocument.COMMUNITY, note, "consumed"), 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> MarkDocument.on(note) == 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> records.undone("notes-marks", Topic.REWARDS) == 0);
    }

    private void assertBacklogIsSeen() {
        assertThat(ofNotes("outbox.waiting.documents")).isGreaterThanOrEqualTo(2);
        assertThat(ofNotes("outbox.oldest.age")).isPositive();
    }

    private double ofNotes(String gauge) {
        return metrics.get(gauge).tag("collection", "notes").gauge().value();
    }

    /** Answers the lines for which there was no room. */
    private List<String> fillAndRemove(String note, String removed) {
        List<String> refused = Concurrently.call(16, writer -> refusedOf(note, lines(writer))).stream()
                .flatMap(List::stream)
                .toList();
        assertThat(refused).hasSize(28);
        assertThat(StoredNotes.waiting(note)).hasSize(500);

        NoteDocument.remove(outbox.alone(), removed).await().indefinitely();
        assertThat(NoteDocument.find(outbox.alone(), removed).await().indefinitely())
                .isNull();
        assertThat(StoredNotes.waiting(removed)).hasSize(1);
        return refused;
    }

    private static List<String> lines(int writer) {
        return IntStream.range(0, 33).mapToObj(i -> writer + "-" + i).toList();
    }

    private List<String> refusedOf(String note, List<String> lines) {
        return lines.stream().filter(line -> !taken(note, line)).toList();
    }

    /** False where it is refused for now; that the note were gone or had the line is never said. */
    private boolean taken(String note, String line) {
        try {
            assertThat(NoteDocument.add(outbox.alone(), note, line).await().indefinitely())
                    .isNotNull();
            return true;
        } catch (Refusal no) {
            assertThat(no.kind()).isEqualTo(Kind.UNAVAILABLE);
            return false;
        }
    }

    private String write() {
        return NoteDocument.by("ana").write(outbox.alone()).await().indefinitely().id;
    }
}

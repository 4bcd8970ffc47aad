package dev.regulars.eventing.outbox.relay;

import static com.mongodb.client.model.Filters.eq;
import static dev.regulars.eventing.note.StoredNotes.awaitTold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.eventing.note.NoteDocument;
import dev.regulars.eventing.outbox.FirstSights;
import dev.regulars.eventing.outbox.Replica;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SweepTest {

    KafkaRecords records;

    @Inject
    Replica.Parts parts;

    @Test
    void whatACrashLeftBehindIsToldByAnother() {
        try (var crashing = parts.crashing("crashing")) {
            var tx = crashing.outbox.alone();
            String note = NoteDocument.by("ana").write(tx).await().indefinitely().id;
            NoteDocument.add(tx, note, "last words").await().indefinitely();

            assertThat(FirstSights.of(records, note, 2)).isEqualTo(FirstSights.upTo(2));
            awaitTold(note);
        }
    }

    @Test
    void whatWasLeftBehindIsFoundByItsIndex() {
        profile(2);
        List<Document> sweeps = await().atMost(Duration.ofSeconds(60)).until(this::sweeps, found -> !found.isEmpty());
        profile(0);

        assertThat(sweeps).allSatisfy(sweep -> {
            assertThat(sweep.getString("planSummary")).isEqualTo("IXSCAN { outbox.0.at: 1 }");
            assertThat(sweep).doesNotContainKey("hasSortStage");
        });
    }

    /** As the server saw them. */
    private List<Document> sweeps() {
        return NoteDocument.mongoDatabase()
                .getCollection("system.profile")
                .find(eq("ns", "notes.notes"))
                .collect()
                .asList()
                .await()
                .indefinitely()
                .stream()
                .filter(query -> query.toJson().contains("\"filter\": {\"outbox.0.at\": {\"$lt\""))
                .toList();
    }

    private static void profile(int level) {
        NoteDocument.mongoDatabase()
                .runCommand(new Document("profile", level))
                .await()
                .indefinitely();
    }
}

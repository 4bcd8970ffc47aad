package dev.regulars.eventing.outbox.relay;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static dev.regulars.eventing.note.StoredNotes.awaitTold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import dev.regulars.eventing.note.NoteDocument;
import dev.regulars.eventing.note.StoredNotes;
import dev.regulars.eventing.outbox.FirstSights;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.testkit.KafkaRecords;
import dev.regulars.testkit.ManagementInterface;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TooLargeTest {

    KafkaRecords records;

    @Inject
    Outbox outbox;

    @Test
    void anEventTooLargeToSendIsToldToTheOperatorAndBlocksItsOwnDocumentOnly() {
        String blocked = write();
        awaitTold(blocked);

        exclaim(blocked, "x".repeat(2_000_000));
        exclaim(blocked, "after it");
        String other = write();

        awaitTold(other);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> ManagementInterface.get("/q/metrics")
                .then()
                .body(containsString("outbox_blocked_documents 1.0")));
        assertThat(StoredNotes.waiting(blocked)).hasSize(2);
        assertThat(FirstSights.of(records, blocked, 1)).containsExactly(1L);
        StoredNotes.collection()
                .updateOne(eq("_id", blocked), set("outbox", List.of()))
                .await()
                .indefinitely();
    }

    private String write() {
        return NoteDocument.by("ana").write(outbox.alone()).await().indefinitely().id;
    }

    private void exclaim(String note, String line) {
        NoteDocument.exclaim(outbox.alone(), note, line).await().indefinitely();
    }
}

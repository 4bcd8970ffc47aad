package dev.regulars.eventing.outbox.relay;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.eventing.note.NoteDocument;
import dev.regulars.eventing.note.StoredNotes;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Replica;
import dev.regulars.eventing.outbox.relay.DocumentQueue.Receipt;
import dev.regulars.eventing.outbox.relay.PendingEvents.Ref;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutboxCleanerTest {

    @Inject
    OutboxCleaner cleaner;

    @Inject
    ReactiveMongoClient mongo;

    @Inject
    Replica.Parts parts;

    @Test
    void aLockedDocumentDoesNotHoldTheOthers() {
        try (var crashing = parts.crashing("crashing")) {
            Receipt locked = receipt(crashing.outbox);
            Receipt free = receipt(crashing.outbox);
            var session = mongo.startSession().await().indefinitely();
            session.startTransaction();
            StoredNotes.collection()
                    .updateOne(session, eq("_id", locked.document().id()), set("glances", 7))
                    .await()
                    .indefinitely();

            var rest = cleaner.takeOut(List.of(locked, free)).await().indefinitely();

            assertThat(rest).isSubsetOf(locked);
            assertThat(StoredNotes.waiting(id(free))).isEmpty();
            session.close();
            assertThat(cleaner.takeOut(List.of(locked)).await().indefinitely()).isEmpty();
            assertThat(StoredNotes.waiting(id(locked))).isEmpty();
        }
    }

    /** As if the broker had the one event of a new note, and the replica had then been killed. */
    private static Receipt receipt(Outbox outbox) {
        String note = NoteDocument.by("ana").write(outbox.alone()).await().indefinitely().id;
        return new Receipt(new Ref("notes", new BsonString(note)), Set.copyOf(StoredNotes.waiting(note)), null);
    }

    private static String id(Receipt receipt) {
        return receipt.document().id().asString().getValue();
    }
}

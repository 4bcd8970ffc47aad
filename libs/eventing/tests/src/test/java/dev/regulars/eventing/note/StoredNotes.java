package dev.regulars.eventing.note;

import static com.mongodb.client.model.Filters.eq;
import static org.awaitility.Awaitility.await;

import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Notes as the database keeps them, with what only the outbox should see. */
public final class StoredNotes {

    private StoredNotes() {}

    public static @Nullable Document note(String id) {
        return collection().find(eq("_id", id)).collect().first().await().indefinitely();
    }

    /** Ids of the events that wait in a note. */
    public static List<String> waiting(String id) {
        return note(id).getList("outbox", Document.class).stream()
                .map(entry -> entry.getString("id"))
                .toList();
    }

    public static void awaitTold(String id) {
        await().atMost(Duration.ofSeconds(90)).until(() -> waiting(id).isEmpty());
    }

    public static void awaitGone(String id) {
        await().atMost(Duration.ofSeconds(90)).until(() -> note(id) == null);
    }

    public static ReactiveMongoCollection<Document> collection() {
        return NoteDocument.mongoDatabase().getCollection("notes");
    }
}

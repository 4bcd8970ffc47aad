package dev.regulars.eventing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import dev.regulars.eventing.note.NoteDocument;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DuplicateKeyTest {

    final String id = UUID.randomUUID().toString();

    @BeforeEach
    void takeIdAndName() {
        names().createIndex(
                        ascending("name"), new IndexOptions().name("by_name").unique(true))
                .await()
                .indefinitely();
        names().insertOne(new Document("_id", id).append("name", id)).await().indefinitely();
    }

    @Test
    void anInsertUnderAnIdThatExistsFindsItTaken() {
        assertThat(DuplicateKey.is(failure(names().insertOne(new Document("_id", id)))))
                .isTrue();
    }

    @Test
    void anUpsertWhoseGuardSaysNoFindsTheIdTaken() {
        var upsert = new FindOneAndUpdateOptions().upsert(true);

        var failure = failure(names().findOneAndUpdate(and(eq("_id", id), eq("name", "-")), set("x", 1), upsert));

        assertThat(DuplicateKey.is(failure)).isTrue();
    }

    @Test
    void whichOfTwoIndexesHasItIsTold() {
        var failure = failure(names().insertOne(new Document("name", id)));

        assertThat(DuplicateKey.is(failure, "by_name")).isTrue();
        assertThat(DuplicateKey.is(failure, "_id_")).isFalse();
    }

    @Test
    void anyOtherFailureIsNoSuchThing() {
        assertThat(DuplicateKey.is(failure(names().updateOne(eq("_id", id), set("_id", "-")))))
                .isFalse();
        assertThat(DuplicateKey.is(new IllegalStateException("E11000"))).isFalse();
    }

    private static Throwable failure(Uni<?> write) {
        return catchThrowable(() -> write.await().indefinitely());
    }

    private static ReactiveMongoCollection<Document> names() {
        return NoteDocument.mongoDatabase().getCollection("names");
    }
}

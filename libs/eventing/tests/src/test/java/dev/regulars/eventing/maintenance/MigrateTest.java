package dev.regulars.eventing.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Field;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import mutiny.zero.flow.adapters.AdaptersToFlow;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MigrateTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Migration UPPER_CASE = new Migration(
            "notes", 1, List.of(Aggregates.set(new Field<>("title", new Document("$toUpper", "$title")))));

    @ConfigProperty(name = "mongodb.uri")
    String uri;

    @Test
    void aMigrationTakesWhatIsLeftAndCanBeRepeated() {
        try (var client = MongoClients.create(uri)) {
            MongoDatabase notes = client.getDatabase("migrated");
            insert(notes, new Document("_id", 1).append("title", "old"));
            insert(notes, new Document("_id", 2).append("title", "One").append("schemaVersion", 1));
            insert(notes, new Document("_id", 3).append("title", "new").append("schemaVersion", 2));

            assertThat(Migrate.run(notes, UPPER_CASE)).isEqualTo(2);
            assertThat(Migrate.run(notes, UPPER_CASE)).isZero();

            assertThat(all(notes)).extracting(note -> note.getString("title")).containsExactly("OLD", "ONE", "new");
            assertThat(all(notes))
                    .extracting(note -> note.getInteger("schemaVersion"))
                    .containsOnly(2);
        }
    }

    private static void insert(MongoDatabase database, Document note) {
        Uni.createFrom()
                .publisher(
                        AdaptersToFlow.publisher(database.getCollection("notes").insertOne(note)))
                .await()
                .atMost(PATIENCE);
    }

    private static List<Document> all(MongoDatabase database) {
        return Multi.createFrom()
                .publisher(AdaptersToFlow.publisher(
                        database.getCollection("notes").find().sort(Sorts.ascending("_id"))))
                .collect()
                .asList()
                .await()
                .atMost(PATIENCE);
    }
}

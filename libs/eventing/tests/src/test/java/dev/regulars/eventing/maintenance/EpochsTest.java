package dev.regulars.eventing.maintenance;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import mutiny.zero.flow.adapters.AdaptersToFlow;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;

@QuarkusTest
class EpochsTest {

    @ConfigProperty(name = "mongodb.uri")
    String uri;

    @Test
    void aRestoredDocumentIsNewerThanAllThatWasSeenOfItAndNothingElseChanges() {
        try (var client = MongoClients.create(uri)) {
            MongoDatabase database = client.getDatabase("restored");
            wait(database.drop());
            var version = new Document("epoch", 5L).append("n", 7L);
            wait(database.getCollection("roles")
                    .insertMany(List.of(
                            new Document("_id", 1).append("version", version).append("title", "Gold"),
                            new Document("_id", 2).append("title", "without a version"))));
            wait(database.getCollection("members").insertOne(new Document("_id", 1).append("epoch", 5L)));
            wait(database.getCollection("batches")
                    .insertOne(new Document("_id", 1)
                            .append(
                                    "outbox",
                                    List.of(new Document("version", version), new Document("version", version)))));

            assertThat(new Epochs(database, service()).raise(9)).isEqualTo(3);
            assertThat(new Epochs(database, service()).raise(9)).isZero();

            assertThat(wait(database.getCollection("roles").find(eq("_id", 1)).first()))
                    .isEqualTo(new Document("_id", 1)
                            .append("version", new Document("epoch", 9L).append("n", 7L))
                            .append("title", "Gold"));
            assertThat(wait(database.getCollection("roles").find(eq("_id", 2)).first()))
                    .doesNotContainKey("version");
            assertThat(wait(database.getCollection("members").find().first())).containsEntry("epoch", 9L);
            assertThat(wait(database.getCollection("batches").find().first()).getList("outbox", Document.class))
                    .extracting(event -> event.get("version", Document.class).getLong("epoch"))
                    .containsExactly(9L, 9L);
        }
    }

    private static StoppedService service() {
        var settings = new Properties();
        settings.setProperty("outbox.collections", "roles,absent");
        settings.setProperty("maintenance.epochs", "members.epoch,batches.outbox.$[].version.epoch");
        return new StoppedService(settings, Map.of());
    }

    private static <T> T wait(Publisher<T> work) {
        return Uni.createFrom()
                .publisher(AdaptersToFlow.publisher(work))
                .await()
                .atMost(Duration.ofSeconds(20));
    }
}

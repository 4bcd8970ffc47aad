package dev.regulars.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalMongoTest {

    @Test
    void writesSurviveAKill() {
        try (var mongo = new LocalMongo()) {
            assumeFalse(mongo.isGiven());
            mongo.start();
            in(mongo, pets -> pets.insertOne(new Document("_id", "Rex")));
            mongo.kill();
            mongo.start();
            long kept = in(mongo, MongoCollection::countDocuments);
            assertThat(kept).isEqualTo(1);
        }
    }

    @Test
    void existingDataIsServedUnderAnotherPort(@TempDir Path folder) {
        for (String pet : List.of("Rex", "Tom")) {
            try (var mongo = LocalMongo.kept(folder.resolve("data"), Ports.free(), folder.resolve("log"))) {
                assumeFalse(mongo.isGiven());
                mongo.start();
                in(mongo, pets -> pets.insertOne(new Document("_id", pet)));
                mongo.stop();
            }
        }
        try (var mongo = LocalMongo.kept(folder.resolve("data"), Ports.free(), folder.resolve("log"))) {
            mongo.start();
            long kept = in(mongo, MongoCollection::countDocuments);
            assertThat(kept).isEqualTo(2);
        }
    }

    @Test
    void aTakenPortIsNamed(@TempDir Path folder) {
        try (var first = LocalMongo.kept(folder.resolve("a"), Ports.free(), folder.resolve("log"));
                var mail = new LocalMail()) {
            assumeFalse(first.isGiven());
            mail.start();
            var second = LocalMongo.kept(folder.resolve("b"), mail.port(), folder.resolve("log"));
            assertThatThrownBy(second::start).hasMessageContaining("Port " + mail.port() + " is taken");
        }
    }

    private static <T> T in(LocalMongo mongo, Function<MongoCollection<Document>, T> work) {
        try (var client = MongoClients.create(mongo.address())) {
            return work.apply(client.getDatabase("test").getCollection("pets"));
        }
    }
}

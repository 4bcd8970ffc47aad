package dev.regulars.webhook.reencryption;

import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.crypto.MasterKey;
import dev.regulars.testkit.KafkaRecords;
import dev.regulars.testkit.RealServers;
import dev.regulars.webhook.TestCommunity;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReencryptionTest {

    private static final MasterKey CURRENT = new MasterKey(RealServers.MASTER_KEY, Optional.empty());
    private static final MasterKey PREVIOUS = new MasterKey(RealServers.FURTHER_MASTER_KEY, Optional.empty());

    KafkaRecords records;

    @Inject
    ReactiveMongoClient mongo;

    @Test
    void secretsAreReadableWithTheNewMasterKeyAlone() {
        var created = new TestCommunity(records)
                .create(TestCommunity.webhook("http://127.0.0.1:1/")
                        .put("encryption", new JsonObject().put("mode", "GCM")));
        var id = new Document("_id", created.getString("data._id"));
        String secret = created.getString("data.secret");
        String aesKey = created.getString("data.aesKey");
        subscriptions()
                .updateOne(
                        id,
                        new Document(
                                "$set",
                                new Document("secret", PREVIOUS.encrypt(secret))
                                        .append("encryption.key.aesKey", PREVIOUS.encrypt(aesKey))))
                .await()
                .indefinitely();

        service("operator")
                .post("/internal/secrets/renew")
                .then()
                .statusCode(200)
                .body("renewed", equalTo(2))
                .body("unreadable", equalTo(0));

        Document stored = subscriptions().find(id).toUni().await().indefinitely();
        assertThat(CURRENT.decrypt(stored.getString("secret"))).isEqualTo(secret);
        assertThat(CURRENT.decrypt(stored.getEmbedded(List.of("encryption", "key", "aesKey"), String.class)))
                .isEqualTo(aesKey);
        service("operator").post("/internal/secrets/renew").then().body("renewed", equalTo(0));
    }

    @Test
    void onlyServicesMayCall() {
        key("f".repeat(24), "webhooks").post("/internal/secrets/renew").then().statusCode(401);
    }

    private ReactiveMongoCollection<Document> subscriptions() {
        return mongo.getDatabase("webhook").getCollection("subscriptions");
    }
}

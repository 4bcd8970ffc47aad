package dev.regulars.webhook.subscription;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.notNullValue;

import com.standardwebhooks.Webhook;
import dev.regulars.testkit.KafkaRecords;
import dev.regulars.webhook.PartnerCrypto;
import dev.regulars.webhook.PartnerEndpoint;
import dev.regulars.webhook.PartnerEndpoint.Message;
import dev.regulars.webhook.TestCommunity;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Published verifiers, with the secrets and keys that a partner has, before, during and after their rotation. */
@QuarkusTest
class RotationTest {
    KafkaRecords records;
    TestCommunity community;
    final PartnerEndpoint partner = new PartnerEndpoint();

    @BeforeEach
    void setUp() {
        community = new TestCommunity(records);
    }

    @AfterEach
    void tearDown() {
        partner.close();
    }

    @Test
    void publishedVerifierAcceptsTheOldAndTheNewSecretUnderLoad() throws Exception {
        var webhook = community.subscribe(TestCommunity.webhook(partner.url()));
        var old = new Webhook(webhook.getString("secret"));
        String account = new ObjectId().toHexString();
        community.profile(account, 1);
        for (int i = 0; i < 30; i++) {
            community.join(account);
        }
        String rotated = community
                .key()
                .body("{\"overlapHours\": 1}")
                .post("/application/webhooks/{id}/rotate-secret", webhook.getString("_id"))
                .then()
                .statusCode(200)
                .body("data.previousSecretExpiresAt", notNullValue())
                .extract()
                .path("data.secret");
        for (int i = 0; i < 30; i++) {
            community.join(account);
        }
        await().atMost(ofSeconds(20)).until(() -> partner.messages.size() == 60);
        for (Message message : partner.messages) {
            old.verify(message.text(), message.headerMap());
        }

        await().atMost(ofSeconds(10)).until(() -> {
            community.join(account);
            return partner.messages.getLast().signature().contains(" ");
        });
        var last = partner.messages.getLast();
        old.verify(last.text(), last.headerMap());
        new Webhook(rotated).verify(last.text(), last.headerMap());
        community
                .key()
                .get("/application/webhooks/{id}", webhook.getString("_id"))
                .then()
                .body("data.previousSecretExpiresAt", notNullValue());
    }

    @Test
    void oldKeyEncryptsUntilTheSwitchAndTheNewOneAfterwards() {
        var webhook = community.subscribe(
                TestCommunity.webhook(partner.url()).put("encryption", new JsonObject().put("mode", "GCM")));
        String id = webhook.getString("_id");
        var announced = rotateKey(id, 1);
        assertThat(announced.getString("switchAt")).isNotNull();
        community.join();
        var before = awaitMessages(1).getLast();
        assertThat(before.headers().getFirst("x-encryption-key-id")).isEqualTo(webhook.getString("encryption.keyId"));
        assertThat(PartnerCrypto.decrypt(before.text(), "GCM", "hex", webhook.getString("aesKey")))
                .isNotEmpty();

        var now = rotateKey(id, 0);
        await().atMost(ofSeconds(10)).until(() -> {
            community.join();
            return !partner.messages.isEmpty()
                    && now.getString("keyId")
                            .equals(partner.messages.getLast().headers().getFirst("x-encryption-key-id"));
        });
        assertThat(PartnerCrypto.decrypt(partner.messages.getLast().text(), "GCM", "hex", now.getString("aesKey")))
                .isNotEmpty();
    }

    private JsonObject rotateKey(String id, int hours) {
        return new JsonObject(community
                        .key()
                        .body("{\"overlapHours\": " + hours + "}")
                        .post("/application/webhooks/{id}/rotate-key", id)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .getJsonObject("data");
    }

    private List<Message> awaitMessages(int count) {
        await().atMost(ofSeconds(15)).until(() -> partner.messages.size() >= count);
        return partner.messages;
    }
}

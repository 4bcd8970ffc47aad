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
import java.time.Duration;
import java.util.List;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Published verifiers, with the secrets and keys that a partner has, before, during and after their rotation. */
@QuarkusTest
class RotationTest {

    /** As docs/webhooks.md says; no worker goes on longer with settings that it read before. */
    private static final Duration BOTH_SIGN = ofSeconds(6);

    KafkaRecords records;
    TestCommunity community;
    final PartnerEndpoint partner = new PartnerEndpoint();
    int sent;

    @BeforeEach
    void setUp() {
        community = new TestCommunity(records);
    }

    @AfterEach
    void tearDown() {
        partner.close();
    }

    /** A receiver that knows the old secret only, and from some seconds after the rotation the new one only. */
    @Test
    void aReceiverChangesItsSecretUnderLoadWithoutAFailedVerification() throws Exception {
        var webhook = community.subscribe(TestCommunity.webhook(partner.url()));
        var old = new Webhook(webhook.getString("secret"));
        String account = new ObjectId().toHexString();
        community.profile(account, 1);
        load(account, ofSeconds(1));
        var next = new Webhook(rotateSecret(webhook.getString("_id")));
        load(account, BOTH_SIGN);
        await().atMost(ofSeconds(10)).until(() -> partner.messages.size() == sent);
        int changed = sent;
        load(account, ofSeconds(1));

        await().atMost(ofSeconds(10)).until(() -> partner.messages.size() == sent);
        for (Message message : partner.messages.subList(0, changed)) {
            old.verify(message.text(), message.headerMap());
        }
        for (Message message : partner.messages.subList(changed, sent)) {
            next.verify(message.text(), message.headerMap());
            old.verify(message.text(), message.headerMap());
        }
        community
                .key()
                .get("/application/webhooks/{id}", webhook.getString("_id"))
                .then()
                .body("data.previousSecretExpiresAt", notNullValue());
    }

    private void load(String account, Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            community.join(account);
            sent++;
            Thread.sleep(20);
        }
    }

    private String rotateSecret(String id) {
        return community
                .key()
                .body("{\"overlapHours\": 1}")
                .post("/application/webhooks/{id}/rotate-secret", id)
                .then()
                .statusCode(200)
                .body("data.previousSecretExpiresAt", notNullValue())
                .extract()
                .path("data.secret");
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

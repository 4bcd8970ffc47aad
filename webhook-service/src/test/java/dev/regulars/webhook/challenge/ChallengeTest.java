package dev.regulars.webhook.challenge;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.testkit.KafkaRecords;
import dev.regulars.webhook.Opening;
import dev.regulars.webhook.Partner;
import dev.regulars.webhook.Scene;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChallengeTest {

    KafkaRecords records;
    Scene scene;
    final Partner partner = new Partner();

    @BeforeEach
    void open() {
        scene = new Scene(records);
    }

    @AfterEach
    void close() {
        partner.close();
    }

    @Test
    void anEndpointThatSendsTheChallengeBackIsVerified() {
        var created = scene.create(Scene.wish(partner.url()).put("encryption", new JsonObject().put("mode", "GCM")));

        assertThat(created.getString("data.verification")).isEqualTo("pending");
        awaitVerification(created.getString("data._id"), "verified");
        var challenge = partner.challenges.getFirst();
        assertThat(challenge.encrypted()).isNull();
        assertThat(challenge.id()).doesNotContain(".");
        assertThat(challenge.type()).isEqualTo("application/json");
        assertThat(challenge.signature()).isEqualTo(Opening.signature(challenge, created.getString("data.secret")));
        assertThat(new JsonObject(challenge.text()).getString("type")).isEqualTo("webhook.challenge");
    }

    @Test
    void theAnswerToCreateDoesNotWaitForASlowEndpoint() {
        partner.challengesHeld = new CountDownLatch(1);

        var created = scene.create(Scene.wish(partner.url()));

        assertThat(created.getString("data.verification")).isEqualTo("pending");
        partner.challengesHeld.countDown();
        String id = created.getString("data._id");
        awaitVerification(id, "verified");
    }

    @Test
    void anEndpointThatNeverDoesHasFailedAfterTheLastAttemptAndGetsNothing() {
        partner.challengeStatus = 500;

        String id = scene.create(Scene.wish(partner.url())).getString("data._id");
        scene.join();

        awaitVerification(id, "failed");
        assertThat(partner.challenges).hasSize(5);
        assertThat(partner.challenges).extracting(Partner.Message::id).containsOnly("challenge:" + id);
        assertThat(partner.messages).isEmpty();
    }

    @Test
    void anEndpointThatAnswersSomethingElseIsNotVerified() {
        partner.challengeAnswer = "something else";

        String id = scene.create(Scene.wish(partner.url())).getString("data._id");

        await().atMost(ofSeconds(10)).until(() -> partner.challenges.size() >= 2);
        assertThat(scene.verification(id)).isEqualTo("pending");
        partner.challengeAnswer = null;
        awaitVerification(id, "verified");
    }

    private void awaitVerification(String id, String expected) {
        await().atMost(ofSeconds(10))
                .untilAsserted(() -> assertThat(scene.verification(id)).isEqualTo(expected));
    }
}

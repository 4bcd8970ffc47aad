package dev.regulars.webhook.challenge;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.testkit.KafkaRecords;
import dev.regulars.webhook.PartnerCrypto;
import dev.regulars.webhook.PartnerEndpoint;
import dev.regulars.webhook.TestCommunity;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChallengeTest {

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
    void endpointThatEchoesTheChallengeIsVerified() {
        var created = community.create(
                TestCommunity.webhook(partner.url()).put("encryption", new JsonObject().put("mode", "GCM")));

        assertThat(created.getString("data.verification")).isEqualTo("pending");
        awaitVerification(created.getString("data._id"), "verified");
        var challenge = partner.challenges.getFirst();
        assertThat(challenge.encrypted()).isNull();
        assertThat(challenge.id()).doesNotContain(".");
        assertThat(challenge.type()).isEqualTo("application/json");
        assertThat(challenge.signature())
                .isEqualTo(PartnerCrypto.signature(challenge, created.getString("data.secret")));
        assertThat(new JsonObject(challenge.text()).getString("type")).isEqualTo("webhook.challenge");
    }

    @Test
    void creationDoesNotWaitForASlowEndpoint() {
        partner.challengesReleased = new CountDownLatch(1);

        var created = community.create(TestCommunity.webhook(partner.url()));

        assertThat(created.getString("data.verification")).isEqualTo("pending");
        partner.challengesReleased.countDown();
        String id = created.getString("data._id");
        awaitVerification(id, "verified");
    }

    @Test
    void verificationFailsAfterTheLastAttemptAndNothingIsDelivered() {
        partner.challengeStatus = 500;

        String id = community.create(TestCommunity.webhook(partner.url())).getString("data._id");
        community.join();

        awaitVerification(id, "failed");
        assertThat(partner.challenges).hasSize(5);
        assertThat(partner.challenges).extracting(PartnerEndpoint.Message::id).containsOnly("challenge:" + id);
        assertThat(partner.messages).isEmpty();
    }

    @Test
    void endpointThatAnswersAnotherTextIsNotVerified() {
        partner.challengeAnswer = "something else";

        String id = community.create(TestCommunity.webhook(partner.url())).getString("data._id");

        await().atMost(ofSeconds(10)).until(() -> partner.challenges.size() >= 2);
        assertThat(community.verification(id)).isEqualTo("pending");
        partner.challengeAnswer = null;
        awaitVerification(id, "verified");
    }

    private void awaitVerification(String id, String expected) {
        await().atMost(ofSeconds(10))
                .untilAsserted(() -> assertThat(community.verification(id)).isEqualTo(expected));
    }
}

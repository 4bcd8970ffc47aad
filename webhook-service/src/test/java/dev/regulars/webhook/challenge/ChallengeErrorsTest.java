package dev.regulars.webhook.challenge;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.regulars.testkit.KafkaRecords;
import dev.regulars.webhook.RawEndpoint;
import dev.regulars.webhook.RawEndpoint.Answer;
import dev.regulars.webhook.TestCommunity;
import dev.regulars.webhook.TestEnvironment;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an owner reads of an endpoint that fails its challenge, and can do about it. */
@QuarkusTest
class ChallengeErrorsTest {

    KafkaRecords records;
    TestCommunity community;
    final RawEndpoint endpoint = new RawEndpoint();

    @BeforeEach
    void setUp() {
        community = new TestCommunity(records);
    }

    @AfterEach
    void tearDown() {
        endpoint.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            200 OK\\r\\nContent-Length: 2\\r\\n\\r\\nok | The answer is not JSON
            200 OK\\r\\nContent-Length: 2\\r\\n\\r\\n{} | The answer does not contain the challenge
            200 OK\\r\\nContent-Length: 9\\r\\n\\r\\n{          | The answer was cut off: it was too long, too slow or broken
            200 OK\\r\\nContent-Encoding: gzip\\r\\nContent-Length: 2\\r\\n\\r\\nxx | The answer has Content-Encoding gzip, which was not asked for
            204 No Content\\r\\n\\r\\n | The answer does not contain the challenge
            302 Found\\r\\nLocation: /\\r\\nContent-Length: 0\\r\\n\\r\\n | The endpoint answered 302; redirects are not followed
            500 Oops\\r\\nContent-Length: 0\\r\\n\\r\\n | The endpoint answered 500
            """)
    void w5OwnerReadsWhyTheChallengeFailedAndWhenItIsRepeated(String answer, String error) {
        endpoint.challengeAnswer = Answer.of("HTTP/1.1 " + answer.replace("\\r\\n", "\r\n"));

        String id = community.create(TestCommunity.webhook(endpoint.url())).getString("data._id");

        var webhook =
                await().atMost(ofSeconds(5)).until(() -> read(id), read -> read.getString("verificationError") != null);
        assertThat(webhook.getString("verificationError")).isEqualTo(error);
        assertThat(webhook.getString("verification")).isEqualTo("pending");
        assertThat(Instant.parse(webhook.getString("nextVerificationAt")))
                .isBefore(Instant.now().plusSeconds(31));
    }

    @Test
    void w5ChallengeIsRepeatedAtOnceWhenTheOwnerAsks() {
        endpoint.challengeAnswer = Answer.of("HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n");
        String id = community.create(TestCommunity.webhook(endpoint.url())).getString("data._id");
        await().atMost(ofSeconds(10))
                .until(() -> read(id).getString("verification").equals("failed"));
        assertThat(read(id).getString("nextVerificationAt")).isNull();
        endpoint.challengeAnswer = null;

        community
                .key()
                .post("/application/webhooks/{id}/challenge", id)
                .then()
                .statusCode(200)
                .body("message", equalTo("Challenge webhook success."))
                .body("data.verification", equalTo("pending"))
                .body("data.nextVerificationAt", notNullValue());

        await().atMost(ofSeconds(5))
                .until(() -> read(id).getString("verification").equals("verified"));
        assertThat(read(id).getString("verificationError")).isNull();
        assertThat(read(id).getString("nextVerificationAt")).isNull();
        community
                .key()
                .post("/application/webhooks/{id}/challenge", id)
                .then()
                .statusCode(200)
                .body("data.verification", equalTo("verified"));
        new TestCommunity(records)
                .key()
                .post("/application/webhooks/{id}/challenge", id)
                .then()
                .statusCode(404);
    }

    @Test
    void w5GoneInAnswerToAChallengeSwitchesTheWebhookOff() {
        endpoint.challengeAnswer = Answer.of("HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n");

        String id = community.create(TestCommunity.webhook(endpoint.url())).getString("data._id");

        await().atMost(ofSeconds(5)).until(() -> !read(id).getBoolean("isActive"));
        await().atMost(ofSeconds(5))
                .until(() -> read(id).getString("verification").equals("failed"));
        assertThat(read(id).getString("verificationError"))
                .isEqualTo("The endpoint answered 410: the webhook was switched off");
        await().during(Duration.ofMillis(600)).until(() -> endpoint.challenges.size() == 1);

        endpoint.challengeAnswer = null;
        community
                .key()
                .body(TestCommunity.webhook(endpoint.url())
                        .put("isActive", true)
                        .encode())
                .put("/application/webhooks/{id}", id)
                .then()
                .statusCode(200);
        await().atMost(ofSeconds(5))
                .until(() -> read(id).getString("verification").equals("verified"));
        assertThat(read(id).getBoolean("isActive")).isTrue();
        assertThat(read(id).getString("inactiveReason")).isNull();
    }

    @Test
    void w8CreationDoesNotTellWhichNamesExistInside() {
        TestEnvironment.NAMES.addresses.put("vault.inside.example", List.of("10.1.2.3"));

        for (String host : List.of("vault.inside.example", "no-such-host.inside.example")) {
            String id = community
                    .create(TestCommunity.webhook("https://" + host + "/"))
                    .getString("data._id");
            await().atMost(ofSeconds(5)).until(() -> read(id).getString("verificationError") != null);
            assertThat(read(id).getString("verificationError"))
                    .isEqualTo(host + " does not resolve to a public address");
        }
    }

    @Test
    void w2RetryAfterPostponesTheNextChallenge() {
        endpoint.challengeAnswer = Answer.of("HTTP/1.1 503 No\r\nRetry-After: 3600\r\nContent-Length: 0\r\n\r\n");

        String id = community.create(TestCommunity.webhook(endpoint.url())).getString("data._id");

        await().atMost(ofSeconds(5)).until(() -> read(id).getString("verificationError") != null);
        assertThat(Instant.parse(read(id).getString("nextVerificationAt")))
                .isAfter(Instant.now().plusSeconds(3500));
    }

    @Test
    void w6SlowEndpointsOfOneCommunityDelayNoOther() {
        endpoint.challengeAnswer = out -> Thread.sleep(30_000);
        for (int i = 0; i < 40; i++) {
            community.create(TestCommunity.webhook(endpoint.url()));
        }
        await().atMost(ofSeconds(5)).until(() -> endpoint.challenges.size() >= 4);
        try (var other = new RawEndpoint()) {
            long start = System.nanoTime();
            new TestCommunity(records).subscribe(TestCommunity.webhook(other.url()));

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    private JsonPath read(String id) {
        return community
                .key()
                .get("/application/webhooks/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .setRootPath("data");
    }
}

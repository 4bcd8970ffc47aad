package dev.regulars.webhook.delivery.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.testkit.KafkaRecords;
import dev.regulars.webhook.PartnerEndpoint;
import dev.regulars.webhook.RawEndpoint;
import dev.regulars.webhook.TestCommunity;
import dev.regulars.webhook.delivery.DeliveryDocument;
import dev.regulars.webhook.delivery.DeliveryState;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to a delivery that its endpoint does not take. */
@QuarkusTest
class DeliveryRetryTest {
    private static final int MAX_IN_FLIGHT = 8;

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
    void deliveryIsRetriedAndFailsAfterTheLastAttempt() {
        var webhook = community.subscribe(
                TestCommunity.webhook(partner.url()).put("encryption", new JsonObject().put("mode", "GCM")));
        partner.status = 302;

        var joined = community.join();

        String id = TestCommunity.header(joined, "ce_id") + ":" + webhook.getString("_id");
        await().atMost(ofSeconds(15)).until(() -> exists(id) && stored(id).state == DeliveryState.FAILED);
        assertThat(stored(id).attempts).isEqualTo(5);
        assertThat(stored(id).reason)
                .isEqualTo("The endpoint answered 302; redirects are not followed; that was the last attempt");
        assertThat(partner.messages).hasSize(5);
        assertThat(partner.messages).extracting(PartnerEndpoint.Message::id).containsOnly(id);
        assertThat(partner.messages).extracting(PartnerEndpoint.Message::text).doesNotHaveDuplicates();
    }

    @Test
    void goneEndpointIsSwitchedOff() {
        var webhook = community.subscribe(TestCommunity.webhook(partner.url()));
        partner.status = 410;

        community.join();

        await().atMost(ofSeconds(10)).until(() -> !isActive(webhook.getString("_id")));
        assertThat(partner.messages).hasSize(1);
    }

    @Test
    void openDeliveriesOfADeletedWebhookAreDropped() {
        partner.challengeStatus = 500;
        String webhook = community.create(TestCommunity.webhook(partner.url())).getString("data._id");
        var joined = community.join();
        String id = TestCommunity.header(joined, "ce_id") + ":" + webhook;
        await().atMost(ofSeconds(10)).until(() -> exists(id));

        community.key().delete("/application/webhooks/{id}", webhook).then().statusCode(200);

        await().atMost(ofSeconds(10)).until(() -> stored(id).state == DeliveryState.DROPPED);
        assertThat(partner.messages).isEmpty();
    }

    @Test
    void w1SuccessIsDeliveredOnceHoweverLongItsBody() {
        try (var endpoint = new RawEndpoint()) {
            var webhook = community.subscribe(TestCommunity.webhook(endpoint.url()));
            endpoint.answer = RawEndpoint.Answer.of(RawEndpoint.json("x".repeat(70 * 1024)));

            String id = TestCommunity.header(community.join(), "ce_id") + ":" + webhook.getString("_id");

            await().atMost(ofSeconds(10)).until(() -> exists(id) && stored(id).state == DeliveryState.DELIVERED);
            assertThat(endpoint.messages).hasSize(1);
        }
    }

    @Test
    void w2RetryAfterIsHonoured() {
        try (var endpoint = new RawEndpoint()) {
            community.subscribe(TestCommunity.webhook(endpoint.url()));
            endpoint.answer = RawEndpoint.Answer.of(
                    "HTTP/1.1 503 Busy\r\nRetry-After: 2\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");

            community.join();

            await().atMost(ofSeconds(10)).until(() -> endpoint.messages.size() == 2);
            var waited = Duration.between(
                    endpoint.messages.get(0).at(), endpoint.messages.get(1).at());
            assertThat(waited).isBetween(ofSeconds(2), ofSeconds(4));
        }
    }

    /** A schema that forbids inactive subscriptions makes the write after a 410 fail for real. */
    @Test
    void workerGoesOnWhenSwitchingOffFails() throws InterruptedException {
        try (var endpoint = new RawEndpoint()) {
            community.subscribe(TestCommunity.webhook(endpoint.url()));
            String account = new ObjectId().toHexString();
            community.profile(account, 1);
            var allStored = new CountDownLatch(1);
            var calls = new AtomicInteger();
            endpoint.answer = out -> {
                boolean gone = calls.incrementAndGet() <= MAX_IN_FLIGHT;
                allStored.await();
                out.write((gone
                                ? "HTTP/1.1 410 Gone\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                : "HTTP/1.1 204 OK\r\nConnection: close\r\n\r\n")
                        .getBytes(UTF_8));
            };
            requireOfSubscriptions(new Document("active", true));
            try {
                for (int i = 0; i < 300; i++) {
                    community.join(account);
                }
                await().atMost(ofSeconds(10)).until(() -> states().getOrDefault(DeliveryState.OPEN, 0L) == 300);
                Thread.sleep(1_000); // the worker has read as many as it may have
                allStored.countDown();
                await().atMost(ofSeconds(10)).untilAsserted(() -> assertThat(states())
                        .containsExactly(Map.entry(DeliveryState.DELIVERED, 300L)));
            } finally {
                requireOfSubscriptions(new Document());
            }
        }
    }

    private Map<DeliveryState, Long> states() {
        return DeliveryDocument.<DeliveryDocument>list("communityId", community.id).await().indefinitely().stream()
                .collect(groupingBy(delivery -> delivery.state, counting()));
    }

    private static void requireOfSubscriptions(Document validator) {
        DeliveryDocument.mongoDatabase()
                .runCommand(new Document("collMod", "subscriptions").append("validator", validator))
                .await()
                .indefinitely();
    }

    private boolean isActive(String webhook) {
        return community.key().get("/application/webhooks/{id}", webhook).path("data.isActive");
    }

    private static boolean exists(String id) {
        return stored(id) != null;
    }

    private static DeliveryDocument stored(String id) {
        return DeliveryDocument.<DeliveryDocument>findById(id).await().indefinitely();
    }
}

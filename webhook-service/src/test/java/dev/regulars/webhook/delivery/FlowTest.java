package dev.regulars.webhook.delivery;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.startsWith;

import dev.regulars.testkit.KafkaRecords;
import dev.regulars.webhook.PartnerEndpoint;
import dev.regulars.webhook.RawEndpoint;
import dev.regulars.webhook.TestCommunity;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

/** How much an endpoint gets at once, in which order, and what a failing one does to the others. */
@QuarkusTest
class FlowTest {

    KafkaRecords records;

    @Test
    void failingEndpointIsGivenARestThatItsOwnerReads() {
        try (var partner = new PartnerEndpoint()) {
            var community = new TestCommunity(records);
            String id = community
                    .subscribe(TestCommunity.webhook(partner.url()).put("schedule", new JsonArray().add(600)))
                    .getString("_id");
            String account = new ObjectId().toHexString();
            community.profile(account, 1);
            partner.status = 500;
            for (int i = 0; i < 40; i++) {
                community.join(account);
            }

            await().atMost(ofSeconds(10)).untilAsserted(() -> community
                    .key()
                    .get("/application/webhooks/{id}/deliveries?state=open", id)
                    .then()
                    .body("data[0].reason", startsWith("Waiting: The endpoint failed")));
            int during = partner.messages.size();
            assertThat(during).isBetween(10, 25);
            partner.status = 200;
            await().atMost(ofSeconds(20)).until(() -> partner.messages.size() >= 40);
        }
    }

    @Test
    void rateAndOrderAreKept() {
        try (var partner = new PartnerEndpoint()) {
            var community = new TestCommunity(records);
            community.subscribe(TestCommunity.webhook(partner.url())
                    .put("ratePerSecond", 20)
                    .put("order", new JsonObject().put("by", "user")));
            String account = new ObjectId().toHexString();
            community.profile(account, 1);
            List<String> ids = new ArrayList<>();
            long start = System.nanoTime();
            for (int i = 0; i < 40; i++) {
                ids.add(TestCommunity.header(community.join(account), "ce_id"));
            }

            await().atMost(ofSeconds(20)).until(() -> partner.messages.size() == 40);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(ofMillis(1_800));
            assertThat(partner.maxConcurrent.get()).isEqualTo(1);
            assertThat(partner.messages)
                    .extracting(message -> message.id().split(":")[0])
                    .containsExactlyElementsOf(ids);
        }
    }

    @Test
    void failedDeliveryHoldsItsMemberOnly() {
        try (var partner = new PartnerEndpoint()) {
            var community = new TestCommunity(records);
            community.subscribe(TestCommunity.webhook(partner.url())
                    .put("order", new JsonObject().put("by", "user"))
                    .put("schedule", new JsonArray().add(2)));
            String one = new ObjectId().toHexString();
            String other = new ObjectId().toHexString();
            community.profile(one, 1);
            community.profile(other, 1);
            partner.status = 500;
            String first = TestCommunity.header(community.join(one), "ce_id");
            await().atMost(ofSeconds(10)).until(() -> partner.messages.size() == 1);
            partner.status = 200;
            String second = TestCommunity.header(community.join(one), "ce_id");
            String third = TestCommunity.header(community.join(other), "ce_id");

            await().atMost(ofSeconds(15)).until(() -> partner.messages.size() == 4);
            List<String> ids = partner.messages.stream()
                    .map(message -> message.id().split(":")[0])
                    .toList();
            assertThat(ids.indexOf(second)).isGreaterThan(ids.lastIndexOf(first));
            assertThat(ids).contains(third);
        }
    }

    /** The short form of a run of fifty. */
    @Test
    void silentAndDrippingEndpointsDelayNoOther() {
        try (var silent = new RawEndpoint();
                var dripping = new RawEndpoint();
                var healthy = new PartnerEndpoint()) {
            var community = new TestCommunity(records);
            community.subscribe(TestCommunity.webhook(silent.url()));
            community.subscribe(TestCommunity.webhook(dripping.url()));
            for (int i = 0; i < 20; i++) {
                community.subscribe(TestCommunity.webhook(healthy.url()));
            }
            silent.answer = out -> Thread.sleep(30_000);
            dripping.answer = out -> {
                for (byte one : "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.UTF_8)) {
                    out.write(one);
                    out.flush();
                    Thread.sleep(1_000);
                }
            };
            String account = new ObjectId().toHexString();
            community.profile(account, 1);
            long start = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                community.join(account);
            }

            await().atMost(ofSeconds(20)).until(() -> healthy.messages.size() == 400);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(ofSeconds(5));
        }
    }
}

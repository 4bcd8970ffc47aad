package dev.regulars.webhook.replay;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.regulars.testkit.KafkaRecords;
import dev.regulars.webhook.PartnerEndpoint;
import dev.regulars.webhook.TestCommunity;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log of a webhook, and deliveries that are sent again. */
@QuarkusTest
class ReplayTest {

    KafkaRecords records;
    TestCommunity community;
    final PartnerEndpoint partner = new PartnerEndpoint();
    String webhook;
    String account;

    @BeforeEach
    void setUp() {
        community = new TestCommunity(records);
        webhook = community.subscribe(TestCommunity.webhook(partner.url())).getString("_id");
        account = new ObjectId().toHexString();
        community.profile(account, 1);
    }

    @AfterEach
    void tearDown() {
        partner.close();
    }

    @Test
    void logShowsEveryAttemptWithRequestAndAnswer() {
        partner.status = 500;
        ProducerRecord<String, String> join = community.join(account);
        String id = TestCommunity.header(join, "ce_id") + ":" + webhook;
        await().atMost(ofSeconds(10)).untilAsserted(() -> read(id).then().body("data.log", hasSize(5)));

        read(id).then()
                .statusCode(200)
                .body("data.state", equalTo("failed"))
                .body("data.reason", equalTo("The endpoint answered 500; that was the last attempt"))
                .body("data.log.reason", everyItem(equalTo("The endpoint answered 500")))
                .body("data.log[0].request.url", equalTo(partner.url()))
                .body("data.log[0].request.headers.'webhook-id'", equalTo(id))
                .body("data.log[0].request.headers.'webhook-signature'", equalTo("***"))
                .body("data.log[0].responseStatus", equalTo(500))
                .body("data.log[0].responseHeaders.'content-length'", equalTo("15"))
                .body("data.log[0].responseBody", equalTo("{\"status\":\"ok\"}"));
        list("state=failed").then().body("data", hasSize(1)).body("data[0]._id", equalTo(id));
        list("state=delivered").then().body("data", hasSize(0));
        list("event=user_join_server&from=2020-01-01T00:00:00Z").then().body("data", hasSize(1));
        list("state=lost").then().statusCode(400);
        list("from=yesterday").then().statusCode(400);
        new TestCommunity(records)
                .key()
                .get("/application/webhooks/{id}/deliveries", webhook)
                .then()
                .statusCode(404);
    }

    @Test
    void oneDeliveryIsSentAgainUnderItsId() {
        var join = community.join(account);
        String id = TestCommunity.header(join, "ce_id") + ":" + webhook;
        await().atMost(ofSeconds(10)).untilAsserted(() -> read(id).then().body("data.state", equalTo("delivered")));

        replay(id).then().statusCode(202).body("data.state", equalTo("open"));

        await().atMost(ofSeconds(10)).until(() -> partner.messages.size() == 2);
        assertThat(partner.messages).extracting(PartnerEndpoint.Message::id).containsOnly(id);
        replay("no-such-delivery").then().statusCode(404);
        community.key().post("/application/webhooks/{id}/pause", webhook);
        await().pollDelay(ofSeconds(3)).until(() -> replay(id).statusCode() == 202); // so long a worker may not know
        replay(id).then().statusCode(409).body("meta.code", equalTo("still_open"));
    }

    @Test
    void rangeIsSentExactlyOnceMoreAtItsRate() {
        for (int i = 0; i < 60; i++) {
            community.join(account);
        }
        await().atMost(ofSeconds(20)).until(() -> partner.messages.size() == 60);
        await().atMost(ofSeconds(10))
                .untilAsserted(() -> list("state=open").then().body("data", hasSize(0)));
        var range = new JsonObject()
                .put("from", "2020-01-01T00:00:00Z")
                .put("to", Instant.now().plusSeconds(60).toString());
        begin(range.copy().put("dryRun", true))
                .then()
                .statusCode(202)
                .body("data.status", equalTo("dry_run"))
                .body("data.total", equalTo(60));

        String replay = begin(range.copy().put("ratePerSecond", 20))
                .then()
                .statusCode(202)
                .body("data.status", equalTo("running"))
                .extract()
                .path("data.replayId");
        assertThat(partner.messages).hasSizeLessThanOrEqualTo(82);

        await().atMost(ofSeconds(20)).untilAsserted(() -> progress(replay)
                .then()
                .body("data.status", equalTo("done"))
                .body("data.done", equalTo(60)));
        var counts = partner.messages.stream()
                .collect(Collectors.groupingBy(PartnerEndpoint.Message::id, Collectors.counting()));
        assertThat(counts).hasSize(60).allSatisfy((id, count) -> assertThat(count)
                .isEqualTo(2));
    }

    @Test
    void cancelledReplayOpensNoMore() {
        for (int i = 0; i < 10; i++) {
            community.join(account);
        }
        await().atMost(ofSeconds(20)).until(() -> partner.messages.size() == 10);
        await().atMost(ofSeconds(10))
                .untilAsserted(() -> list("state=open").then().body("data", hasSize(0)));
        var range = new JsonObject()
                .put("from", "2020-01-01T00:00:00Z")
                .put("to", Instant.now().plusSeconds(60).toString())
                .put("ratePerSecond", 1);
        String replay = begin(range).then().extract().path("data.replayId");

        community
                .key()
                .delete("/application/webhooks/{id}/replays/{replay}", webhook, replay)
                .then()
                .statusCode(200)
                .body("data.status", startsWith("cancel"));

        await().during(ofSeconds(2)).until(() -> partner.messages.size() <= 13);
        begin(range.copy().put("to", "2019-01-01T00:00:00Z")).then().statusCode(400);
    }

    private io.restassured.response.Response read(String id) {
        return community.key().get("/application/webhooks/{id}/deliveries/{delivery}", webhook, id);
    }

    private io.restassured.response.Response list(String query) {
        return community.key().get("/application/webhooks/{id}/deliveries?" + query, webhook);
    }

    private io.restassured.response.Response replay(String id) {
        return community.key().post("/application/webhooks/{id}/deliveries/{delivery}/replay", webhook, id);
    }

    private io.restassured.response.Response begin(JsonObject replay) {
        return community.key().body(replay.encode()).post("/application/webhooks/{id}/replays", webhook);
    }

    private io.restassured.response.Response progress(String replay) {
        return community.key().get("/application/webhooks/{id}/replays/{replay}", webhook, replay);
    }
}

package dev.regulars.webhook.subscription;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.events.Topic;
import dev.regulars.testkit.KafkaRecords;
import dev.regulars.webhook.PartnerEndpoint;
import dev.regulars.webhook.TestCommunity;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What owners set, and what their endpoints get then. */
@QuarkusTest
class SettingsTest {
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
    void whatIsPausedIsHeldAndNeverLost() {
        String id = community.subscribe(TestCommunity.webhook(partner.url())).getString("_id");
        post(id, "pause").then().statusCode(200).body("data.pausedAt", notNullValue());
        String account = new ObjectId().toHexString();
        community.profile(account, 1);
        List<ProducerRecord<String, String>> joins = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            joins.add(community.joined(account));
        }
        records.putAll(joins);
        await().atMost(ofSeconds(15)).untilAsserted(() -> community
                .key()
                .get("/application/webhooks/{id}/deliveries?limit=1&state=open", id)
                .then()
                .body("data[0].reason", equalTo("Held: the webhook is paused")));
        assertThat(partner.messages).isEmpty();

        post(id, "resume").then().statusCode(200).body("data.pausedAt", nullValue());

        await().atMost(ofSeconds(30)).until(() -> partner.messages.size() == 500);
        assertThat(partner.messages).extracting(PartnerEndpoint.Message::id).doesNotHaveDuplicates();
    }

    @Test
    void inactiveWebhookStoresNothing() {
        String id = community.subscribe(TestCommunity.webhook(partner.url())).getString("_id");
        put(id, TestCommunity.webhook(partner.url()).put("isActive", false))
                .then()
                .body("data.isActive", equalTo(false));
        community.join();
        await().atMost(ofSeconds(10)).until(() -> records.undone("webhook-deliveries", Topic.COMMUNITY) == 0);
        put(id, TestCommunity.webhook(partner.url()))
                .then()
                .body("data.isActive", equalTo(true))
                .body("data.verification", equalTo("verified"));
        var second = community.join();

        await().atMost(ofSeconds(10)).until(() -> !partner.messages.isEmpty());
        assertThat(partner.messages).hasSize(1);
        assertThat(partner.messages.getFirst().id()).startsWith(TestCommunity.header(second, "ce_id"));
    }

    @Test
    void anotherUrlIsChallengedAndTheKeyStays() {
        var created = community.subscribe(
                TestCommunity.webhook(partner.url()).put("encryption", new JsonObject().put("mode", "GCM")));
        put(
                        created.getString("_id"),
                        TestCommunity.webhook(partner.url() + "&other=1")
                                .put("name", "Other")
                                .put("encryption", new JsonObject().put("mode", "CBC")))
                .then()
                .statusCode(200)
                .body("data.name", equalTo("Other"))
                .body("data.verification", equalTo("pending"))
                .body("data.encryption.mode", equalTo("CBC"))
                .body("data.encryption.keyId", equalTo(created.getString("encryption.keyId")));
        await().atMost(ofSeconds(10))
                .until(() -> community.verification(created.getString("_id")).equals("verified"));
    }

    @Test
    void catalogueNamesEveryEventWithSchemaAndSample() {
        community
                .key()
                .get("/application/webhooks/catalogue")
                .then()
                .statusCode(200)
                .body(
                        "data.event",
                        hasItems(
                                "user_join_server",
                                "new_message",
                                "purchase_store_item",
                                "create_analysis",
                                "badge_awarded",
                                "currency_updated",
                                "workflow_event"))
                .body("data.find { it.event == 'new_message' }.sample.data.message", equalTo("Hello"))
                .body("data.find { it.event == 'role_deleted' }.schema.required", hasItems("event", "data"))
                .body("data.find { it.event == 'badge_awarded' }.sample.data.user.username", equalTo("ben"));
    }

    @Test
    void sampleIsSentAtOnceAndItsAnswerShown() {
        String id = community.subscribe(TestCommunity.webhook(partner.url())).getString("_id");
        partner.status = 503;

        community
                .key()
                .body("{\"event\": \"purchase_store_item\"}")
                .post("/application/webhooks/{id}/test", id)
                .then()
                .statusCode(200)
                .body("data.responseStatus", equalTo(503))
                .body("data.responseBody", equalTo("{\"status\":\"ok\"}"))
                .body("data.request.headers.'webhook-signature'", equalTo("***"));

        assertThat(new JsonObject(partner.messages.getFirst().text()).getString("event"))
                .isEqualTo("purchase_store_item");
    }

    @Test
    void unfitSettingsAreRefused() {
        for (JsonObject wrong : List.of(
                new JsonObject().put("schedule", "soon"),
                new JsonObject().put("schedule", new JsonArray().add(-1)),
                new JsonObject().put("schedule", new JsonObject().put("no_such_event", new JsonArray().add(1))),
                new JsonObject().put("maxInFlight", 0),
                new JsonObject().put("ratePerSecond", 1001),
                new JsonObject().put("events", new JsonArray().add("new_message_channel")),
                new JsonObject().put("signatures", new JsonArray().add("v9")),
                new JsonObject().put("order", new JsonObject()))) {
            community
                    .key()
                    .body(TestCommunity.webhook(partner.url()).mergeIn(wrong).encode())
                    .post("/application/webhooks")
                    .then()
                    .statusCode(400);
        }
        community
                .create(TestCommunity.webhook(partner.url())
                        .put(
                                "schedule",
                                new JsonObject()
                                        .put(
                                                "user_join_server",
                                                new JsonArray().add(1).add(5))))
                .getString("data._id");
    }

    private io.restassured.response.Response post(String id, String what) {
        return community.key().post("/application/webhooks/{id}/" + what, id);
    }

    private io.restassured.response.Response put(String id, JsonObject webhook) {
        return community.key().body(webhook.encode()).put("/application/webhooks/{id}", id);
    }
}

package dev.regulars.webhook.incoming;

import static dev.regulars.webhook.incoming.IncomingHooks.call;
import static dev.regulars.webhook.incoming.IncomingHooks.currency;
import static dev.regulars.webhook.incoming.IncomingHooks.hook;
import static dev.regulars.webhook.incoming.IncomingHooks.path;
import static dev.regulars.webhook.incoming.IncomingHooks.withKey;
import static io.restassured.RestAssured.given;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.KafkaRecords;
import dev.regulars.webhook.PartnerEndpoint;
import dev.regulars.webhook.TestCommunity;
import dev.regulars.webhook.TestEnvironment;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls of partners' systems, and what they do. */
@QuarkusTest
class IncomingTest {
    KafkaRecords records;
    TestCommunity community;
    IncomingHooks hooks;

    @BeforeEach
    void setUp() {
        community = new TestCommunity(records);
        hooks = IncomingHooks.of(community);
    }

    @Test
    void messageIsPostedInTheChannelOfTheWebhook() {
        String channel = new ObjectId().toHexString();
        var hook = hooks.create(hook("message").put("channelId", channel).put("sender", "7"));

        call(hook, "{\"message\": \"Hello\", \"more\": \"than asked for\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("success"))
                .body("message", equalTo("Webhook has been received successfully"));

        var posted = hooks.calls("/internal/messages").getFirst();
        assertThat(posted.getString("channelId")).isEqualTo(channel);
        assertThat(posted.getString("sender")).isEqualTo("7");
        assertThat(posted.getString("message")).isEqualTo("Hello");
        assertThat(posted.getString("webhookId")).isEqualTo(hook.getString("_id"));
        call(hook, "{}").then().statusCode(400).body("message", equalTo("message is required"));
        call(hook, "no json").then().statusCode(400).body("message", equalTo("Invalid request body"));
    }

    @Test
    void customFieldsAreSet() {
        var hook = hooks.create(hook("customFields"));

        call(hook, "{\"email\": \"ben@example.com\", \"fields\": {\"Plan\": \"gold\", \"Age\": 7}}")
                .then()
                .statusCode(200);

        var set = hooks.calls("/internal/custom-fields").getFirst();
        assertThat(set.getString("accountId")).isEqualTo(hooks.account());
        assertThat(set.getJsonObject("fields"))
                .isEqualTo(new JsonObject().put("Plan", "gold").put("Age", 7));
        call(hook, "{\"email\": \"nobody@example.com\", \"fields\": {\"Plan\": \"gold\"}}")
                .then()
                .statusCode(404)
                .body("message", equalTo("Record Not Found"));
    }

    @Test
    void currencyIsAddedSubtractedAndOverwritten() {
        var hook = hooks.create(hook("currency"));
        for (String operation : List.of("add", "subtract", "overwrite")) {
            call(hook, currency(operation, 50)).then().statusCode(200);
        }

        var lines = hooks.calls("/internal/postings").stream()
                .map(one -> one.getJsonArray("postings").getJsonObject(0))
                .toList();
        assertThat(lines.get(0).getJsonObject("changes").getInteger("coins")).isEqualTo(50);
        assertThat(lines.get(1).getJsonObject("changes").getInteger("coins")).isEqualTo(-50);
        assertThat(lines.get(2).getJsonObject("set").getInteger("coins")).isEqualTo(50);
        assertThat(lines.get(0).getString("account")).isEqualTo("incoming-webhook");
        for (String wrong : List.of("-1", "1.5", "\"7\"", "null")) {
            call(hook, "{\"email\": \"ben@example.com\", \"operation\": \"add\", \"amount\": " + wrong + "}")
                    .then()
                    .statusCode(400);
        }
        TestEnvironment.REFUSALS.put("/internal/postings" + community.id, 409);
        call(hook, currency("subtract", 50)).then().statusCode(409).body("message", equalTo("Insufficient balance"));
    }

    @Test
    void sameIdTwiceHasOneEffectAndTheSameAnswer() {
        var hook = hooks.create(hook("currency"));
        String id = UUID.randomUUID().toString();
        List<Response> answers = new ArrayList<>(Concurrently.call(8, n -> withKey(hook)
                .header("webhook-id", id)
                .body(currency("add", 5))
                .post(path(hook))));

        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        assertThat(answers)
                .extracting(Response::asString)
                .containsOnly(answers.getFirst().asString());
        assertThat(hooks.calls("/internal/postings"))
                .extracting(one -> one.getString("causeId"))
                .containsOnly(hooks.calls("/internal/postings").getFirst().getString("causeId"));
        withKey(hook)
                .header("webhook-id", id)
                .body(currency("add", 6))
                .post(path(hook))
                .then()
                .statusCode(422);
        int before = hooks.calls("/internal/postings").size();
        withKey(hook)
                .header("Idempotency-Key", id)
                .body(currency("add", 5))
                .post(path(hook))
                .then()
                .statusCode(200);
        assertThat(hooks.calls("/internal/postings")).hasSize(before);
    }

    @Test
    void workflowEventsReachOutgoingWebhooks() {
        try (var partner = new PartnerEndpoint()) {
            community.subscribe(
                    TestCommunity.webhook(partner.url()).put("events", new JsonArray().add("workflow_event")));
            var hook = hooks.create(hook("workflow"));
            String event = "{\"eventType\": \"user.registered\", \"customerId\": \"C-17\", \"kyc\": {\"level\": 2}}";
            call(hook, event).then().statusCode(401);

            String token = given().contentType("application/json")
                    .header("Authorization", hook.getString("apiKey"))
                    .post(path(hook) + "/handshake")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("data.sessionToken");
            workflow(hook, token, event).then().statusCode(200);
            workflow(hook, token + "0", event).then().statusCode(401);
            workflow(hook, token, "{\"customerId\": \"C-17\"}").then().statusCode(400);
            given().contentType("application/json")
                    .header("x-api-key", "wrong")
                    .post(path(hook) + "/handshake")
                    .then()
                    .statusCode(401);

            await().atMost(ofSeconds(15)).until(() -> !partner.messages.isEmpty());
            var data = new JsonObject(partner.messages.getFirst().text()).getJsonObject("data");
            assertThat(data.getString("eventType")).isEqualTo("user.registered");
            assertThat(data.getJsonObject("payload")).isEqualTo(new JsonObject(event));
        }
    }

    @Test
    void settingsAreReadReplacedAndDeleted() {
        var hook = hooks.create(hook("currency"));
        String id = hook.getString("_id");
        assertThat(hook.getString("url")).endsWith("/webhooks/incoming/" + id);
        community
                .key()
                .body(hook("currency")
                        .put("name", "Other")
                        .put("apiKeyEnabled", false)
                        .encode())
                .put("/application/incoming-webhooks/{id}", id)
                .then()
                .statusCode(200)
                .body("data.name", equalTo("Other"));
        given().contentType("application/json")
                .body(currency("add", 1))
                .post(path(hook))
                .then()
                .statusCode(200);
        community.key().get("/application/incoming-webhooks").then().body("data.size()", equalTo(1));
        new TestCommunity(records)
                .key()
                .delete("/application/incoming-webhooks/{id}", id)
                .then()
                .statusCode(404);
        community.key().delete("/application/incoming-webhooks/{id}", id).then().statusCode(200);
        call(hook, currency("add", 1)).then().statusCode(404);
        community
                .key()
                .body(hook("currency").put("encryption", Map.of("mode", "JWE")).encode())
                .post("/application/incoming-webhooks")
                .then()
                .statusCode(400);
    }

    private static Response workflow(JsonPath hook, String token, String body) {
        return given().contentType("application/json")
                .header("x-session-token", token)
                .body(body)
                .post(path(hook));
    }
}

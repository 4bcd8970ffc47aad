package dev.regulars.webhook.incoming;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.KafkaRecords;
import dev.regulars.webhook.PartnerEndpoint;
import dev.regulars.webhook.TestCommunity;
import dev.regulars.webhook.TestEnvironment;
import dev.regulars.webhook.TestEnvironment.InternalCall;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls of partners' systems, and what they do. */
@QuarkusTest
class IncomingTest {

    KafkaRecords records;
    TestCommunity community;
    String account;

    @BeforeEach
    void setUp() {
        community = new TestCommunity(records);
        account = new ObjectId().toHexString();
        TestEnvironment.PROFILES.put(community.id + ":ben@example.com", new JsonObject("""
                {"asked":"ben@example.com","accountId":"%s","userId":"7","username":"ben","email":"ben@example.com",
                 "firstName":"Ben","lastName":"Okri","displayName":"Ben","isMember":true}""".formatted(account)));
    }

    @Test
    void messageIsPostedInTheChannelOfTheWebhook() {
        String channel = new ObjectId().toHexString();
        var hook = create(hook("message").put("channelId", channel).put("sender", "7"));

        call(hook, "{\"message\": \"Hello\", \"more\": \"than asked for\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("success"))
                .body("message", equalTo("Webhook has been received successfully"));

        var posted = calls("/internal/messages").getFirst();
        assertThat(posted.getString("channelId")).isEqualTo(channel);
        assertThat(posted.getString("sender")).isEqualTo("7");
        assertThat(posted.getString("message")).isEqualTo("Hello");
        assertThat(posted.getString("webhookId")).isEqualTo(hook.getString("_id"));
        call(hook, "{}").then().statusCode(400).body("message", equalTo("message is required"));
        call(hook, "no json").then().statusCode(400).body("message", equalTo("Invalid request body"));
    }

    @Test
    void customFieldsAreSet() {
        var hook = create(hook("customFields"));

        call(hook, "{\"email\": \"ben@example.com\", \"fields\": {\"Plan\": \"gold\", \"Age\": 7}}")
                .then()
                .statusCode(200);

        var set = calls("/internal/custom-fields").getFirst();
        assertThat(set.getString("accountId")).isEqualTo(account);
        assertThat(set.getJsonObject("fields"))
                .isEqualTo(new JsonObject().put("Plan", "gold").put("Age", 7));
        call(hook, "{\"email\": \"nobody@example.com\", \"fields\": {\"Plan\": \"gold\"}}")
                .then()
                .statusCode(404)
                .body("message", equalTo("Record Not Found"));
    }

    @Test
    void currencyIsAddedSubtractedAndOverwritten() {
        var hook = create(hook("currency"));
        for (String operation : List.of("add", "subtract", "overwrite")) {
            call(hook, currency(operation, 50)).then().statusCode(200);
        }

        var lines = calls("/internal/postings").stream()
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
        var hook = create(hook("currency"));
        String id = UUID.randomUUID().toString();
        List<Response> answers = new ArrayList<>(Concurrently.call(8, n -> withKey(hook)
                .header("webhook-id", id)
                .body(currency("add", 5))
                .post(path(hook))));

        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        assertThat(answers)
                .extracting(Response::asString)
                .containsOnly(answers.getFirst().asString());
        assertThat(calls("/internal/postings"))
                .extracting(one -> one.getString("causeId"))
                .containsOnly(calls("/internal/postings").getFirst().getString("causeId"));
        withKey(hook)
                .header("webhook-id", id)
                .body(currency("add", 6))
                .post(path(hook))
                .then()
                .statusCode(422);
        int before = calls("/internal/postings").size();
        withKey(hook)
                .header("Idempotency-Key", id)
                .body(currency("add", 5))
                .post(path(hook))
                .then()
                .statusCode(200);
        assertThat(calls("/internal/postings")).hasSize(before);
    }

    @Test
    void strangersAreRefused() {
        var hook = create(hook("currency"));

        given().contentType("application/json")
                .body(currency("add", 5))
                .post(path(hook))
                .then()
                .statusCode(401)
                .body("message", equalTo("Invalid API key"));
        given().contentType("application/json")
                .header("x-api-key", "f".repeat(64))
                .body(currency("add", 5))
                .post(path(hook))
                .then()
                .statusCode(401);
        given().contentType("application/json")
                .body(currency("add", 5))
                .post("/incoming/" + new ObjectId().toHexString())
                .then()
                .statusCode(404);
        assertThat(calls("/internal/postings")).isEmpty();
        community
                .key()
                .get("/application/incoming-webhooks/{id}", hook.getString("_id"))
                .then()
                .body("data.apiKey", nullValue());
    }

    @Test
    void everyFailureOfAnEncryptedCallIsTheSameInWordsAndTime() throws Exception {
        for (String mode : List.of("CBC", "GCM")) {
            var hook = create(hook("currency").put("encryption", new JsonObject().put("mode", mode)));
            String key = hook.getString("aesKey");
            encrypted(hook, encrypt(mode, key, currency("add", 1), true)).then().statusCode(200);
            encrypted(hook, encrypt(mode, key, currency("add", 1), false))
                    .then()
                    .statusCode(200);

            var envelope = new JsonObject(encrypt(mode, key, currency("add", 1), true));
            String data = envelope.getString("data");
            List<String> wrong = List.of(
                    envelope.copy()
                            .put("data", data.substring(0, data.length() - 2) + "00")
                            .encode(),
                    envelope.copy().put("data", "zz").encode(),
                    envelope.copy().put("iv", "00").encode(),
                    "{}",
                    "no json",
                    encrypt(mode, "0".repeat(32), currency("add", 1), true),
                    encrypt(mode, key, "no json", true),
                    encrypt(mode, key, "{\"email\": \"ben@example.com\"}", true),
                    encrypt(mode, key, "{\"email\": \"x@example.com\", \"operation\": \"add\", \"amount\": 1}", true));
            for (String body : wrong) {
                var answer = encrypted(hook, body);
                assertThat(answer.statusCode()).as(body).isEqualTo(400);
                assertThat(answer.asString()).isEqualTo("{\"status\":\"error\",\"message\":\"Invalid request body\"}");
                assertThat(answer.time()).isGreaterThanOrEqualTo(45);
            }
            call(hook, currency("add", 1)).then().statusCode(400).body("message", equalTo("Invalid request body"));
        }
    }

    @Test
    void signatureAndItsWindowAreChecked() throws Exception {
        var hook = create(hook("currency").put("signed", true));
        long now = System.currentTimeMillis() / 1000;

        signed(hook, "id-1", now, currency("add", 1), hook.getString("secret"))
                .then()
                .statusCode(200);
        signed(hook, "id-2", now - 400, currency("add", 1), hook.getString("secret"))
                .then()
                .statusCode(401);
        signed(hook, "id-3", now, currency("add", 1), "whsec_AAAA").then().statusCode(401);
        call(hook, currency("add", 1)).then().statusCode(401);
    }

    @Test
    void oldKeysAreTakenDuringTheOverlapOnly() throws Exception {
        var hook = create(hook("currency").put("encryption", new JsonObject().put("mode", "CBC")));
        String rotated = rotate(hook, "rotate-key", 1).getString("data.aesKey");
        encrypted(hook, encrypt("CBC", hook.getString("aesKey"), currency("add", 1), true))
                .then()
                .statusCode(200);
        encrypted(hook, encrypt("CBC", rotated, currency("add", 1), true))
                .then()
                .statusCode(200);
        String last = rotate(hook, "rotate-key", 0).getString("data.aesKey");
        encrypted(hook, encrypt("CBC", rotated, currency("add", 1), true))
                .then()
                .statusCode(400);
        encrypted(hook, encrypt("CBC", last, currency("add", 1), true)).then().statusCode(200);

        var plain = create(hook("currency"));
        String apiKey = rotate(plain, "rotate-api-key", 1).getString("data.apiKey");
        call(plain, currency("add", 1)).then().statusCode(200);
        given().contentType("application/json")
                .header("x-api-key", apiKey)
                .body(currency("add", 1))
                .post(path(plain))
                .then()
                .statusCode(200);
        rotate(plain, "rotate-api-key", 0);
        call(plain, currency("add", 1)).then().statusCode(401);
    }

    @Test
    void workflowEventsReachOutgoingWebhooks() {
        try (var partner = new PartnerEndpoint()) {
            community.subscribe(
                    TestCommunity.webhook(partner.url()).put("events", new JsonArray().add("workflow_event")));
            var hook = create(hook("workflow"));
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
        var hook = create(hook("currency"));
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

    private static JsonObject hook(String action) {
        return new JsonObject().put("name", "Broker").put("action", action);
    }

    private static String currency(String operation, int amount) {
        return new JsonObject()
                .put("email", "ben@example.com")
                .put("operation", operation)
                .put("amount", amount)
                .encode();
    }

    private JsonPath create(JsonObject hook) {
        return community
                .key()
                .body(hook.encode())
                .post("/application/incoming-webhooks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .setRootPath("data");
    }

    private JsonPath rotate(JsonPath hook, String what, int hours) {
        return community
                .key()
                .body("{\"overlapHours\": " + hours + "}")
                .post("/application/incoming-webhooks/{id}/" + what, hook.getString("_id"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String path(JsonPath hook) {
        return "/incoming/" + hook.getString("_id");
    }

    private static RequestSpecification withKey(JsonPath hook) {
        return given().contentType("application/json").header("x-api-key", hook.getString("apiKey"));
    }

    private static Response call(JsonPath hook, String body) {
        return withKey(hook).body(body).post(path(hook));
    }

    private static Response encrypted(JsonPath hook, String body) {
        return withKey(hook).header("x-encrypted", "true").body(body).post(path(hook));
    }

    private static Response workflow(JsonPath hook, String token, String body) {
        return given().contentType("application/json")
                .header("x-session-token", token)
                .body(body)
                .post(path(hook));
    }

    private static Response signed(JsonPath hook, String id, long seconds, String body, String secret)
            throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
        byte[] signature = mac.doFinal((id + "." + seconds + "." + body).getBytes(UTF_8));
        return withKey(hook)
                .header("webhook-id", id)
                .header("webhook-timestamp", seconds)
                .header("webhook-signature", "v1," + Base64.getEncoder().encodeToString(signature))
                .body(body)
                .post(path(hook));
    }

    private static String encrypt(String mode, String key, String body, boolean hex) throws Exception {
        var aes = new SecretKeySpec(key.getBytes(UTF_8), "AES");
        byte[] iv = new byte[mode.equals("CBC") ? 16 : 12];
        new java.security.SecureRandom().nextBytes(iv);
        var cipher = Cipher.getInstance(mode.equals("CBC") ? "AES/CBC/PKCS5Padding" : "AES/GCM/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE, aes, mode.equals("CBC") ? new IvParameterSpec(iv) : new GCMParameterSpec(128, iv));
        byte[] data = cipher.doFinal(body.getBytes(UTF_8));
        int end = mode.equals("CBC") ? data.length : data.length - 16;
        var envelope =
                new JsonObject().put("iv", text(iv, hex)).put("data", text(java.util.Arrays.copyOf(data, end), hex));
        if (mode.equals("GCM")) {
            envelope.put("tag", text(java.util.Arrays.copyOfRange(data, end, data.length), hex));
        }
        return envelope.encode();
    }

    private static String text(byte[] bytes, boolean hex) {
        return hex ? HexFormat.of().formatHex(bytes) : Base64.getEncoder().encodeToString(bytes);
    }

    private List<JsonObject> calls(String path) {
        return TestEnvironment.CALLS.stream()
                .filter(call -> call.path().equals(path)
                        && call.body().getString("communityId").equals(community.id))
                .map(InternalCall::body)
                .toList();
    }
}

package dev.regulars.webhook.incoming;

import static dev.regulars.webhook.incoming.IncomingHooks.call;
import static dev.regulars.webhook.incoming.IncomingHooks.currency;
import static dev.regulars.webhook.incoming.IncomingHooks.hook;
import static dev.regulars.webhook.incoming.IncomingHooks.path;
import static dev.regulars.webhook.incoming.IncomingHooks.withKey;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.testkit.KafkaRecords;
import dev.regulars.webhook.TestCommunity;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may call an incoming webhook, and what a failed decryption gives away. */
@QuarkusTest
class IncomingSecurityTest {
    KafkaRecords records;
    TestCommunity community;
    IncomingHooks hooks;

    @BeforeEach
    void setUp() {
        community = new TestCommunity(records);
        hooks = IncomingHooks.of(community);
    }

    @Test
    void strangersAreRefused() {
        var hook = hooks.create(hook("currency"));

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
        assertThat(hooks.calls("/internal/postings")).isEmpty();
        community
                .key()
                .get("/application/incoming-webhooks/{id}", hook.getString("_id"))
                .then()
                .body("data.apiKey", nullValue());
    }

    @Test
    void everyFailureOfAnEncryptedCallIsTheSameInWordsAndTime() throws Exception {
        for (String mode : List.of("CBC", "GCM")) {
            var hook = hooks.create(hook("currency").put("encryption", new JsonObject().put("mode", mode)));
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
        var hook = hooks.create(hook("currency").put("signed", true));
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
        var hook = hooks.create(hook("currency").put("encryption", new JsonObject().put("mode", "CBC")));
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

        var plain = hooks.create(hook("currency"));
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

    private static Response encrypted(JsonPath hook, String body) {
        return withKey(hook).header("x-encrypted", "true").body(body).post(path(hook));
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
}

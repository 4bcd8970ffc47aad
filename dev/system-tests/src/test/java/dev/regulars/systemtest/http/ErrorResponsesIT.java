package dev.regulars.systemtest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.sandbox.seed.Demo;
import dev.regulars.systemtest.sandbox.DemoApiKeys;
import dev.regulars.systemtest.sandbox.Http;
import dev.regulars.systemtest.sandbox.Http.Response;
import dev.regulars.systemtest.sandbox.SharedSandbox;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Error responses of the Integration family through the gateway: status and body, and no internals (contract §2.2). */
@ExtendWith(SharedSandbox.class)
class ErrorResponsesIT {

    private static final String INFO = "/apis/v1/users/info";
    private static final String USERS = "/apis/v1/users";
    private static final String LOOKUP_BODY = "{\"idOrEmail\":\"1\"}";

    private final SandboxProcess sandbox;
    private Demo demo;

    ErrorResponsesIT(SandboxProcess sandbox) {
        this.sandbox = sandbox;
    }

    @BeforeEach
    void read() throws IOException {
        demo = sandbox.demo();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"idOrEmail\":{\"$ne\":null}}       | idOrEmail must be a string",
                "{\"idOrEmail\":5}                    | idOrEmail must be a string",
                "{\"idOrEmail\":null}                 | idOrEmail is required",
                "{}                                   | idOrEmail is required",
                "{\"idOrEmail\":\"1\",\"$where\":\"1\"} | $where is an unknown property",
                "{\"idOrEmail\":\"1\",\"idOrEmail\":\"2\"} | Invalid request body",
                "{\"idOrEmail\":                      | Invalid request body",
                "[]                                   | Invalid request body",
                "nonsense                             | Invalid request body",
            })
    void aMalformedBody(String body, String message) throws IOException, InterruptedException {
        assertRefused(post(INFO, body, bearer(demo.apiKey())), 400, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"action\":\"ban\",\"user\":\"a\"}            | 400 | action must be one of: delete, restore",
                "{\"action\":\"delete\",\"user\":{\"$ne\":\"\"}} | 400 | user must be a string",
                "{\"action\":\"delete\",\"user\":\"no-such-user\"} | 404 | Record Not Found",
                "{\"action\":\"delete\",\"user\":\"owner\"}      | 409 | The owner cannot be deleted",
            })
    void aUserThatCannotBeManaged(String body, int status, String message) throws IOException, InterruptedException {
        assertRefused(post("/v1/users/manage", body, bearer(demo.apiKey())), status, message);
    }

    @Test
    void aMissingOrInvalidCredential() throws IOException, InterruptedException {
        assertRefused(post(INFO, LOOKUP_BODY, Map.of()), 401, "Invalid token");
        assertRefused(post(INFO, LOOKUP_BODY, bearer("0".repeat(64))), 401, "Invalid token");
        assertRefused(post(INFO, LOOKUP_BODY, bearer(demo.systemKey())), 401, "Invalid token");
        assertRefused(post(INFO, LOOKUP_BODY, Map.of("Authorization", "Basic YW5hOnB3")), 401, "Invalid token");
        var two = new HashMap<>(bearer(demo.apiKey()));
        two.put("x-api-key", demo.systemKey());
        assertRefused(post(INFO, LOOKUP_BODY, two), 401, "Invalid token");
        String keys = "/v1/communities/" + demo.community().objectId() + "/api-keys";
        assertThat(post(keys, "{}", bearer("a.b.c")).text())
                .isEqualTo(
                        "{\"meta\":{\"status\":\"error\",\"statusCode\":401,\"code\":\"credential_invalid\"},\"message\":\"Unauthorized\"}");
        assertThat(post("/api/v1/servers", "{}", Map.of("x-api-key", demo.apiKey()))
                        .text())
                .isEqualTo(
                        "{\"meta\":{\"success\":false,\"message\":\"Invalid API key\",\"devMessage\":\"Invalid API key\",\"code\":\"credential_invalid\"},\"body\":null}");
    }

    @Test
    void anExpiredKey() throws IOException, InterruptedException {
        String end = Instant.now().plusSeconds(3).toString();
        JsonNode key = new DemoApiKeys(sandbox).create("getUserData", Map.of("expireDate", end));
        var credential = bearer(key.path("key").asText());
        assertThat(post(INFO, lookupBody(demo.member().userId()), credential).status())
                .isEqualTo(200);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> post(INFO, lookupBody(demo.member().userId()), credential)
                                .status()
                        == 401);

        assertRefused(post(INFO, LOOKUP_BODY, credential), 401, "Invalid token");
    }

    @Test
    void aKeyWithoutThePermission() throws IOException, InterruptedException {
        JsonNode key = new DemoApiKeys(sandbox).create("store", Map.of());
        var credential = bearer(key.path("key").asText());

        assertRefused(post(INFO, LOOKUP_BODY, credential), 401, "Insufficient permission");
        assertThat(post("/v1/webhooks", "{}", credential).text())
                .isEqualTo(
                        "{\"meta\":{\"status\":\"error\",\"statusCode\":401,\"code\":\"permission_missing\"},\"message\":\"Unauthorized\"}");
    }

    @Test
    void aTakenNameAndAReusedIdempotencyKey() throws IOException, InterruptedException {
        String name = "twin" + UUID.randomUUID().toString().substring(0, 12);
        var once = new HashMap<>(bearer(demo.apiKey()));
        once.put("Idempotency-Key", UUID.randomUUID().toString());
        assertThat(post(USERS, user(name, "first"), once).status()).isEqualTo(200);

        assertRefused(post(USERS, user(name, "second"), bearer(demo.apiKey())), 409, "username already exists");
        assertRefused(post(USERS, user(name, "second"), once), 422, "Idempotency-Key used with another body");
    }

    @Test
    void resourcesOfAnotherCommunity() throws IOException, InterruptedException {
        String token = login();
        String elsewhere = post("/api/v1/servers", "{\"name\":\"Elsewhere\"}", bearer(token))
                .json()
                .at("/body/_id")
                .asText();
        String foreign = post(
                        "/v1/communities/" + elsewhere + "/api-keys",
                        "{\"name\":\"a\",\"permissions\":[\"getUserData\",\"webhooks\"]}",
                        bearer(token))
                .json()
                .at("/data/key")
                .asText();

        assertRefused(post(INFO, lookupBody(demo.member().objectId()), bearer(foreign)), 404, "Record Not Found");
        assertRefused(post(INFO, lookupBody("nobody@example.com"), bearer(demo.apiKey())), 404, "Record Not Found");
        Response hook = Http.send(
                "GET", sandbox.gateway() + "/v1/webhooks/" + demo.webhook().objectId(), null, bearer(foreign));
        assertThat(hook.status()).isEqualTo(404);
        assertThat(hook.json().path("message").asText()).isEqualTo("Record Not Found");
    }

    @Test
    void theOrderOfTheChecks() throws IOException, InterruptedException {
        String large = " ".repeat(2 << 20);
        assertRefused(post(INFO, large, bearer("wrong")), 413, "body exceeds 1 MiB");
        assertRefused(post("/v1/nothing", LOOKUP_BODY, bearer("wrong")), 404, "Not Found");
        Response method = Http.send("GET", sandbox.gateway() + INFO, null, bearer("wrong"));
        assertRefused(method, 405, "Method Not Allowed");
        assertThat(method.header("Allow")).isEqualTo("OPTIONS, POST");
        assertRefused(post(INFO, "{", bearer("wrong")), 401, "Invalid token");
        var text = new HashMap<>(bearer(demo.apiKey()));
        text.put("Content-Type", "text/plain");
        assertRefused(post(INFO, "{", text), 415, "Unsupported Media Type");
    }

    private void assertRefused(Response response, int status, String message) {
        assertThat(response.status()).as(response.text()).isEqualTo(status);
        assertThat(response.text()).isEqualTo("{\"status\":\"error\",\"message\":\"" + message + "\"}");
        assertThat(response.header("Content-Type")).startsWith("application/json");
    }

    private String login() throws IOException, InterruptedException {
        String body = Http.write(
                Map.of("email", demo.owner().email(), "password", demo.owner().password()));
        return post("/api/v1/auth/login", body, Map.of())
                .json()
                .at("/body/token")
                .asText();
    }

    private Response post(String path, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        var all = new HashMap<>(Map.of("Content-Type", "application/json"));
        all.putAll(headers);
        return Http.send("POST", sandbox.gateway() + path, body.getBytes(UTF_8), all);
    }

    private static String user(String name, String address) {
        return """
                {"firstname":"Tia","lastname":"Twin","username":"%s","displayname":"Tia","email":"%s@example.com",
                 "accessLevel":0,"joinServer":true,"emailPassword":false,"sendEmail":false}""".formatted(name, address + name);
    }

    private static String lookupBody(String idOrEmail) {
        return "{\"idOrEmail\":\"" + idOrEmail + "\"}";
    }

    private static Map<String, String> bearer(String credential) {
        return Map.of("Authorization", "Bearer " + credential);
    }
}

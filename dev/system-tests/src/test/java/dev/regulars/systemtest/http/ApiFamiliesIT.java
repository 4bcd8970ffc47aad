package dev.regulars.systemtest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.sandbox.seed.Demo;
import dev.regulars.systemtest.sandbox.Http;
import dev.regulars.systemtest.sandbox.Http.Response;
import dev.regulars.systemtest.sandbox.SharedSandbox;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract §2.2 through the gateway: the Application and System families row by row; Integration is in ErrorResponsesIT. */
@ExtendWith(SharedSandbox.class)
class ApiFamiliesIT {

    private final SandboxProcess sandbox;
    private Demo demo;

    ApiFamiliesIT(SandboxProcess sandbox) {
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
                "POST   | /webhooks      | key  | application/json | {                | 400 | Bad Request            | body    | Invalid request body",
                "POST   | /webhooks      | key  | application/json | {}               | 400 | Bad Request            | events  | events is required",
                "POST   | /webhooks      | key  | application/json | {\"name\":{\"$ne\":null}} | 400 | Bad Request   | name    | name must be a string",
                "POST   | /webhooks      | key  | application/json | {\"alg\":\"dir\"}  | 400 | Bad Request          | alg     | alg is an unknown property",
                "POST   | /auth/account-links/confirm | none | application/json | {\"token\":\"a\",\"accept\":true} | 400 | Bad Request | token | token is invalid or expired",
                "POST   | /auth/account-links/confirm | none | application/json | {\"token\":\"a\"} | 400 | Bad Request   | accept  | accept is required",
                "POST   | /users/000000000000000000000000/disable | none | application/json | { | 401 | Unauthorized   |         |",
                "POST   | /users/000000000000000000000000/enable  | key  | application/json | { | 401 | Unauthorized   |         |",
                "GET    | /webhooks/nope | key  |                  |                  | 400 | Bad Request            | id      | id must be 24 hex digits",
                "POST   | /webhooks      | none | application/json | {                | 401 | Unauthorized           |         |",
                "POST   | /webhooks      | bad  | application/json | {                | 401 | Unauthorized           |         |",
                "POST   | /webhooks      | two  | application/json | {                | 401 | Unauthorized           |         |",
                "GET    | /webhooks/000000000000000000000000 | key |  |                  | 404 | Record Not Found       |         |",
                "PUT    | /webhooks      | bad  | application/json | {                | 405 | Method Not Allowed     |         |",
                "POST   | /webhooks      | key  | text/plain       | {                | 415 | Unsupported Media Type |         |",
                "POST   | /webhooks      | bad  | application/json | LARGE            | 413 | body exceeds 1 MiB     |         |",
            })
    void theApplicationFamily(
            String method,
            String path,
            String who,
            String type,
            String body,
            int status,
            String message,
            String field,
            String fault)
            throws IOException, InterruptedException {
        String errors = field == null ? "" : ",\"errors\":[{\"field\":\"" + field + "\",\"message\":\"" + fault + "\"}";
        Response response = call(method, "/v1" + path, headers(who, type), body);

        assertThat(response.text())
                .startsWith("{\"meta\":{\"status\":\"error\",\"statusCode\":" + status + ",\"code\":\"" + code(response)
                        + "\"" + errors)
                .endsWith("},\"message\":\"" + message + "\"}");
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.text().contains("errors")).isEqualTo(field != null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST   | /auth/register | none | application/json | {                      | 400 | Invalid request body",
                "POST   | /auth/login    | none | application/json | {\"email\":{\"$gt\":\"\"}} | 400 | email must be a string",
                "POST   | /auth/login    | none | application/json | {\"email\":\"a@b.c\"}    | 400 | password is required",
                "POST   | /auth/login    | none | application/json | {\"email\":\"a@b.c\",\"password\":\"wrong-one\"} | 401 | Invalid email or password",
                "POST   | /auth/verify-email | none | application/json | {\"email\":\"a@b.c\",\"code\":\"123456\"} | 400 | code is invalid or expired",
                "POST   | /servers       | none   | application/json | {                    | 401 | Invalid API key",
                "POST   | /servers       | badkey | application/json | {                    | 401 | Invalid API key",
                "POST   | /servers       | bad    | application/json | {                    | 401 | Invalid token",
                "POST   | /nothing       | bad    | application/json | {                    | 404 | Not Found",
                "GET    | /auth/login    | none   |                  |                      | 405 | Method Not Allowed",
                "POST   | /auth/login    | none   | text/plain       | hello                | 415 | Unsupported Media Type",
                "POST   | /auth/login    | none   | application/json | LARGE                | 413 | body exceeds 1 MiB",
                "POST   | /servers       | syskey | application/json | {\"name\":\"\"}        | 400 | name is required",
            })
    void theSystemFamily(String method, String path, String who, String type, String body, int status, String message)
            throws IOException, InterruptedException {
        Response response = call(method, "/api/v1" + path, headers(who, type), body);

        assertThat(response.text()).isEqualTo(system(message, response));
        assertThat(response.status()).isEqualTo(status);
    }

    @Test
    void conflictsAndReusedIdempotencyKeys() throws IOException, InterruptedException {
        String domain = "\"domain\":\"" + UUID.randomUUID() + ".example.com\"";
        var once = new HashMap<>(headers("syskey", "application/json"));
        once.put("Idempotency-Key", UUID.randomUUID().toString());
        assertThat(call("POST", "/api/v1/servers", once, "{\"name\":\"a\"," + domain + "}")
                        .status())
                .isEqualTo(200);

        Response conflict = call(
                "POST", "/api/v1/servers", headers("syskey", "application/json"), "{\"name\":\"a\"," + domain + "}");
        Response misused = call("POST", "/api/v1/servers", once, "{\"name\":\"b\"}");

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.text()).isEqualTo(system("domain already exists", conflict));
        assertThat(misused.status()).isEqualTo(422);
        assertThat(misused.text()).isEqualTo(system("Idempotency-Key used with another body", misused));
    }

    @Test
    void aMisusedKeyInTheApplicationFamily() throws IOException, InterruptedException {
        var once = new HashMap<>(headers("key", "application/json"));
        once.put("Idempotency-Key", UUID.randomUUID().toString());
        String hook = "{\"name\":\"a\",\"url\":\"http://localhost:1/%s\",\"events\":[\"user_join_server\"]}";
        assertThat(call("POST", "/v1/webhooks", once, hook.formatted("a")).status())
                .isEqualTo(201);

        Response misused = call("POST", "/v1/webhooks", once, hook.formatted("b"));

        assertThat(misused.status()).isEqualTo(422);
        assertThat(misused.text())
                .isEqualTo(
                        "{\"meta\":{\"status\":\"error\",\"statusCode\":422,\"code\":\"idempotency_key_reused\"},\"message\":\"Idempotency-Key used with another body\"}");
    }

    private static String system(String message, Response response) {
        return "{\"meta\":{\"success\":false,\"message\":\"" + message + "\",\"devMessage\":\"" + message
                + "\",\"code\":\"" + code(response) + "\"},\"body\":null}";
    }

    /** The header, which the body must repeat. */
    private static String code(Response response) {
        assertThat(response.header("X-Error-Code")).matches("[a-z_]+");
        return response.header("X-Error-Code");
    }

    private Map<String, String> headers(String who, String type) {
        Map<String, String> headers = new HashMap<>();
        if (type != null) {
            headers.put("Content-Type", type);
        }
        switch (who) {
            case "key" -> headers.put("Authorization", "Bearer " + demo.apiKey());
            case "bad" -> headers.put("Authorization", "Bearer a.b.c");
            case "badkey" -> headers.put("x-api-key", demo.apiKey());
            case "syskey" -> headers.put("x-api-key", demo.systemKey());
            case "two" -> {
                headers.put("Authorization", "Bearer " + demo.apiKey());
                headers.put("x-api-key", demo.systemKey());
            }
            default -> {} // no credential
        }
        return headers;
    }

    private Response call(String method, String path, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        byte[] bytes = body == null ? null : body.equals("LARGE") ? new byte[2 << 20] : body.getBytes(UTF_8);
        return Http.send(method, sandbox.gateway() + path, bytes, headers);
    }
}

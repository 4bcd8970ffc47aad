package dev.regulars.systemtest.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.sandbox.seed.Demo;
import dev.regulars.systemtest.sandbox.Http;
import dev.regulars.systemtest.sandbox.Http.Response;
import dev.regulars.systemtest.sandbox.KafkaEvents;
import dev.regulars.systemtest.sandbox.Mailbox;
import dev.regulars.systemtest.sandbox.SharedSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Uses valid and invalid secrets in every kind of call, and then searches all logs for them. */
@ExtendWith(SharedSandbox.class)
class SecretsIT {

    private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.");

    private final SandboxProcess sandbox;
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final String name = "sid" + UUID.randomUUID().toString().substring(0, 8);
    private final String email = name + "@example.com";
    private final String password = newSecret("Pw-");

    SecretsIT(SandboxProcess sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void noSecretIsInAnyLog() throws IOException, InterruptedException {
        Map<String, String> token = signUp();
        Map<String, String> key = makeKeys(token);
        subscribe(key);
        join(key);
        sellVoucher(token);
        sendMalformed("/api/v1/auth/login", Map.of());
        sendMalformed("/api/v1/auth/register", Map.of());
        sendMalformed("/api/v1/auth/verify-email", Map.of());
        sendMalformed("/v1/webhooks", key);
        sendMalformed("/apis/v1/users", key);
        sendMalformed("/apis/v1/users/info", key);
        addDemoSecrets();

        for (Path log : sandbox.logs()) {
            String text = Files.readString(log);
            secrets.forEach((what, secret) ->
                    assertThat(text.contains(secret)).as(what + " in " + log).isFalse());
            assertThat(TOKEN.matcher(text).find()).as("a token in " + log).isFalse();
        }
    }

    private Map<String, String> signUp() throws IOException, InterruptedException {
        ok(post("/api/v1/auth/register", Http.write(person()), Map.of()));
        String code = mailedCode();
        post("/api/v1/auth/verify-email", Http.write(Map.of("email", email, "code", newSecret("Co-"))), Map.of());
        ok(post("/api/v1/auth/verify-email", Http.write(Map.of("email", email, "code", code)), Map.of()));
        post("/api/v1/auth/login", Http.write(Map.of("email", email, "password", newSecret("Wrong-"))), Map.of());
        JsonNode login = ok(post(
                        "/api/v1/auth/login", Http.write(Map.of("email", email, "password", password)), Map.of()))
                .path("body");
        secrets.put("refresh token", text(login, "refreshToken"));
        for (String before : List.of("\"code\":\"", "\\\"code\\\":\\\"", "code=", "code ")) {
            secrets.put("mailed code after " + before, before + code); // six digits alone may be any number
        }
        return bearer("login token", text(login, "token"));
    }

    private Map<String, String> makeKeys(Map<String, String> token) throws IOException, InterruptedException {
        String community = text(
                ok(post("/api/v1/servers", "{\"name\":\"Secrets\"}", token)).path("body"), "_id");
        String keys = "/v1/communities/" + community + "/api-keys";
        JsonNode system = ok(post(keys, "{\"name\":\"system\",\"kind\":\"system\",\"expirePeriod\":0}", token));
        secrets.put("system key", text(system.path("data"), "key"));
        post("/v1/users/info", "{\"idOrEmail\":\"1\"}", Map.of("x-api-key", secrets.get("system key")));
        post(
                "/v1/users/info?token=" + newSecret("query-"),
                "{\"idOrEmail\":\"1\"}",
                bearer("wrong key", newSecret("key-")));
        JsonNode key = ok(post(
                keys,
                "{\"name\":\"key\",\"permissions\":[\"webhooks\",\"createUser\",\"getUserData\"],\"expirePeriod\":0}",
                token));
        return bearer("key", text(key.path("data"), "key"));
    }

    private void subscribe(Map<String, String> key) throws IOException, InterruptedException {
        String aesKey = newSecret("aes").substring(0, 32);
        secrets.put("AES key", aesKey);
        for (String place : List.of(sandbox.control() + "/receivers/secrets", "http://127.0.0.1:1/away")) {
            JsonNode made = ok(post("/v1/webhooks", hook(place + "?token=" + newSecret("url-"), aesKey), key));
            secrets.put("signing secret at " + place, text(made.path("data"), "secret"));
        }
        post("/v1/webhooks", hook("http://example.com/?token=" + newSecret("url-"), newSecret("short-") + "é"), key);
        post("/v1/webhooks", hook("no address " + newSecret("url-"), aesKey), key);
        post("/v1/webhooks", hook("http://ana:" + newSecret("url-") + "@example.com/", aesKey), key);
    }

    private void join(Map<String, String> key) throws IOException, InterruptedException {
        var joining = new HashMap<String, Object>(person());
        String joined = "j" + name;
        joining.putAll(Map.of("username", joined, "displayname", "S", "email", joined + "@example.com"));
        joining.putAll(Map.of("accessLevel", 0, "joinServer", true, "emailPassword", false, "sendEmail", false));
        ok(post("/apis/v1/users", Http.write(joining), key));
        post("/apis/v1/users", Http.write(joining), key);
        String list = sandbox.control() + "/deliveries?receiver=secrets";
        await().pollDelay(ofSeconds(3)).atMost(ofSeconds(20)).until(() -> Http.get(list) != null);
    }

    /** The code of a voucher, which its buyer alone may read, is in no event either. */
    private void sellVoucher(Map<String, String> token) throws IOException, InterruptedException {
        String community = "?communityId=" + newest(token);
        String product = text(
                ok(post("/v1/products" + community, "{\"name\":\"Gift card\",\"price\":0}", token))
                        .path("data"),
                "_id");
        String code = newSecret("Gift-");
        String vouchers = "/v1/products/" + product + "/vouchers" + community;
        ok(post(vouchers, Http.write(Map.of("codes", List.of(code))), token));
        post(vouchers, "{\"codes\":[{\"code\":\"" + newSecret("Gift-") + "\"}]}", token);
        JsonNode bought = ok(post("/v1/products/" + product + "/purchases" + community, "{}", token));
        assertThat(bought.at("/data/vouchers/0/code").asText()).isEqualTo(code);
        sendMalformed("/v1/products/" + product + "/vouchers" + community, token);
        await().atMost(ofSeconds(20)).until(() -> KafkaEvents.values(sandbox.kafka(), "rewards.events").stream()
                .anyMatch(event -> event.contains(product)));
        assertThat(KafkaEvents.values(sandbox.kafka(), "rewards.events")).noneMatch(event -> event.contains(code));
    }

    private String newest(Map<String, String> token) throws IOException, InterruptedException {
        return Http.send("GET", sandbox.gateway() + "/api/v1/servers", null, token)
                .json()
                .at("/body/0/_id")
                .asText();
    }

    /** Malformed bodies with a secret at the place that the error refers to. */
    private void sendMalformed(String path, Map<String, String> headers) throws IOException, InterruptedException {
        List<String> bodies = List.of(
                "%s",
                "\"%s\"",
                "[\"%s\"]",
                "{\"password\":\"%s\"",
                "{\"password\":%s}",
                "{\"password\":\"%s\",\"password\":\"\"}",
                "{\"password\":{\"is\":\"%1$s\"},\"email\":{\"is\":\"%1$s\"},\"name\":[\"%1$s\"]}",
                "{\"email\":\"%1$s\",\"code\":\"%1$s\",\"password\":\"%1$s\",\"idOrEmail\":\"%1$s\",\"unknown\":\"%1$s\"}",
                "{\"accessLevel\":\"%1$s\",\"joinServer\":\"%1$s\",\"encryption\":{\"mode\":\"%1$s\"}}");
        for (String body : bodies) {
            Response response = post(path, body.formatted(newSecret("Body-")), headers);
            assertThat(response.status())
                    .as(body + " at " + path + ": " + response.text())
                    .isLessThan(500);
        }
    }

    private void addDemoSecrets() throws IOException {
        Demo demo = sandbox.demo();
        secrets.put("demo key", demo.apiKey());
        secrets.put("demo system key", demo.systemKey());
        secrets.put("demo user key", demo.userKey());
        secrets.put("demo SSO key", demo.ssoKey());
        secrets.put("demo owner's password", demo.owner().password());
        secrets.put("demo member's password", demo.member().password());
        for (Demo.Webhook hook : demo.webhooks()) {
            secrets.put("AES key of " + hook.name(), hook.aesKey());
            secrets.put("signing secret of " + hook.name(), hook.secret());
        }
        secrets.put(
                "master key",
                Files.readString(sandbox.home().file("master.key")).strip());
    }

    private Map<String, Object> person() {
        return Map.of(
                "firstname",
                "Sid",
                "lastname",
                "Secret",
                "username",
                name,
                "email",
                email,
                "password",
                password,
                "confirmPassword",
                password);
    }

    private static String hook(String url, String aesKey) throws IOException {
        return Http.write(Map.of(
                "name",
                "secrets",
                "url",
                url,
                "events",
                List.of("user_join_server"),
                "encryption",
                Map.of("mode", "GCM", "aesKey", aesKey)));
    }

    private String mailedCode() throws IOException, InterruptedException {
        return new Mailbox(sandbox, email).first(Mailbox.CODE);
    }

    /** A new random secret, which no log may contain. */
    private String newSecret(String kind) {
        String secret = kind + UUID.randomUUID();
        secrets.put(secret, secret);
        return secret;
    }

    private Map<String, String> bearer(String what, String credential) {
        secrets.put(what, credential);
        return Map.of("Authorization", "Bearer " + credential);
    }

    private static String text(JsonNode from, String name) {
        assertThat(from.path(name).asText()).as(name + " in " + from).isNotEmpty();
        return from.path(name).asText();
    }

    private static JsonNode ok(Response response) throws IOException {
        assertThat(response.status()).as(response.text()).isBetween(200, 299);
        return response.json();
    }

    private Response post(String path, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        var all = new HashMap<>(Map.of("Content-Type", "application/json"));
        all.putAll(headers);
        return Http.send("POST", sandbox.gateway() + path, body.getBytes(UTF_8), all);
    }
}

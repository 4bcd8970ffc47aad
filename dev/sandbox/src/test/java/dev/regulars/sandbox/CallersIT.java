package dev.regulars.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.sandbox.Knocks.Knock;
import dev.regulars.sandbox.process.Replica;
import dev.regulars.sandbox.seed.Demo;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two replicas of the gateway keep trades, and neither serves a caller who changed. */
@ExtendWith(RunningSandbox.class)
class CallersIT {

    private static final Replica SECOND = new Replica("gateway", 2);
    private static final Duration HEARD_WITHIN = ofSeconds(1);

    private final SandboxProcess sandbox;
    private List<String> gateways;
    private Demo demo;
    private String token;

    CallersIT(SandboxProcess sandbox) {
        this.sandbox = sandbox;
    }

    @BeforeEach
    void start() throws IOException, InterruptedException {
        gateways = List.of(sandbox.gateway(), "http://localhost:" + SECOND.port(sandbox.home()));
        demo = sandbox.demo();
        String login = Web.write(
                Map.of("email", demo.owner().email(), "password", demo.owner().password()));
        token = send("POST", "/api/v1/auth/login", login, "").at("/body/token").asText();
    }

    @Test
    void aDeletedKeyIsRefusedByBothWithinASecondUnderLoad() throws IOException, InterruptedException {
        JsonNode key = key(Map.of());
        try (var knocks = knocks(key)) {
            awaitAnswered(knocks);

            delete(key);
            Instant deleted = Instant.now();

            assertRefusedSince(knocks, deleted.plus(HEARD_WITHIN));
        }
    }

    @Test
    void anExpiredKeyIsRefusedAtOnce() throws IOException, InterruptedException {
        Instant end = Instant.now().plusSeconds(5);
        try (var knocks = knocks(key(Map.of("expireDate", end.toString())))) {
            awaitAnswered(knocks);

            assertRefusedSince(knocks, end);
        }
    }

    @Test
    void whileCutOffFromTheBrokerAndAfterADeletedKeyIsRefusedAsFast() throws IOException, InterruptedException {
        JsonNode deletedWhileAway = key(Map.of());
        JsonNode deletedAfterwards = key(Map.of());
        try (var first = knocks(deletedWhileAway);
                var other = knocks(deletedAfterwards)) {
            awaitAnswered(first);
            control("kafka/kill");
            delete(deletedWhileAway);
            Instant whileAway = Instant.now();
            assertRefusedSince(first, whileAway.plusMillis(1_600)); // silence is noticed after a second and a half
            control("kafka/start");
            Thread.sleep(5_000);
            delete(deletedAfterwards);
            Instant afterwards = Instant.now();
            assertRefusedSince(other, afterwards.plus(HEARD_WITHIN));
            assertThat(first.since(whileAway.plusMillis(1_600)))
                    .extracting(Knock::status)
                    .doesNotContain(200);
        }
    }

    private Knocks knocks(JsonNode key) {
        return new Knocks(gateways, key.path("key").asText());
    }

    private void awaitAnswered(Knocks knocks) {
        for (String gateway : gateways) {
            await().atMost(ofSeconds(20))
                    .until(() -> knocks.all().stream()
                                    .filter(knock -> knock.gateway().equals(gateway) && knock.status() != 401)
                                    .count()
                            > 50);
        }
    }

    private void assertRefusedSince(Knocks knocks, Instant from) {
        for (String gateway : gateways) {
            await().atMost(ofSeconds(30))
                    .until(() -> knocks.since(from).stream()
                                    .filter(knock -> knock.gateway().equals(gateway))
                                    .count()
                            > 50);
        }
        assertThat(knocks.since(from)).extracting(Knock::status).containsOnly(401);
    }

    private JsonNode key(Map<String, String> more) throws IOException, InterruptedException {
        var wanted = new java.util.HashMap<String, Object>(more);
        wanted.put("name", "knock");
        wanted.put("permissions", List.of("getUserData"));
        return send("POST", keys(), Web.write(wanted), token).path("data");
    }

    private void delete(JsonNode key) throws IOException, InterruptedException {
        String message = send("DELETE", keys() + "/" + key.path("_id").asText(), "", token)
                .path("message")
                .asText();
        assertThat(message).isEqualTo("Delete API key success.");
    }

    private String keys() {
        return "/v1/communities/" + demo.community().objectId() + "/api-keys";
    }

    private void control(String what) throws IOException, InterruptedException {
        assertThat(Web.post(sandbox.control() + "/services/" + what, new byte[0], Map.of()))
                .isEqualTo(200);
    }

    private JsonNode send(String method, String path, String body, String bearer)
            throws IOException, InterruptedException {
        var headers = bearer.isEmpty()
                ? Map.of("Content-Type", "application/json")
                : Map.of("Content-Type", "application/json", "Authorization", "Bearer " + bearer);
        return Web.send(method, sandbox.gateway() + path, body.getBytes(UTF_8), headers)
                .json();
    }
}

package dev.regulars.systemtest.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.sandbox.seed.Demo;
import dev.regulars.systemtest.sandbox.Http;
import dev.regulars.systemtest.sandbox.SharedSandbox;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A counted visit reaches the partner, encrypted: contract 4.1. */
@ExtendWith(SharedSandbox.class)
class VisitDeliveryIT {

    private final SandboxProcess sandbox;
    private final String receiver = "visits-" + UUID.randomUUID();
    private Demo.Person owner;
    private String token;
    private String community;

    VisitDeliveryIT(SandboxProcess sandbox) {
        this.sandbox = sandbox;
    }

    @BeforeEach
    void subscribe() throws IOException, InterruptedException {
        owner = sandbox.demo().owner();
        token = post("/api/v1/auth/login", Map.of("email", owner.email(), "password", owner.password()), null)
                .at("/body/token")
                .asText();
        community = post("/api/v1/servers", Map.of("name", "Visits"), token)
                .at("/body/_id")
                .asText();
        String key = post(
                        "/v1/communities/" + community + "/api-keys",
                        Map.of("name", "visits", "permissions", List.of("webhooks")),
                        token)
                .at("/data/key")
                .asText();
        String url = sandbox.control() + "/receivers/" + receiver;
        JsonNode webhook = post(
                        "/v1/webhooks",
                        Map.of(
                                "name",
                                receiver,
                                "url",
                                url,
                                "events",
                                List.of("user_visit_server"),
                                "encryption",
                                Map.of("mode", "GCM")),
                        key)
                .path("data");
        var secrets = Map.of(
                "mode", "GCM",
                "aesKey", webhook.path("aesKey").asText(),
                "secret", webhook.path("secret").asText());
        assertThat(Http.send("PUT", url, Http.write(secrets).getBytes(UTF_8), Map.of())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theFirstVisitOfAWindowIsDeliveredOnceAndDecrypted() throws IOException, InterruptedException {
        String visits = "/v1/communities/" + community + "/visits";
        JsonNode visit = post(visits, Map.of(), token).path("data");
        post(visits, Map.of(), token);

        JsonNode received =
                Http.get(sandbox.control() + "/deliveries?event=user_visit_server&wait=30&receiver=" + receiver);

        assertThat(received).hasSize(1);
        JsonNode body = received.at("/0/body");
        assertThat(body.path("serverId").asText()).isEqualTo(community);
        assertThat(body.at("/data/user/user_id").asText()).isEqualTo(owner.userId());
        assertThat(body.at("/data/user/email").asText()).isEqualTo(owner.email());
        assertThat(body.at("/data/visited_at").asText())
                .isEqualTo(visit.path("visitedAt").asText());
        assertThat(body.at("/data/visit_count").asInt()).isEqualTo(1);
        assertThat(received.at("/0/headers/x-encrypted").asText()).isEqualTo("true");
        assertThat(received.at("/0/raw").asText()).doesNotContain(owner.email());
    }

    private JsonNode post(String path, Object body, @Nullable String credential)
            throws IOException, InterruptedException {
        var headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        if (credential != null) {
            headers.put("Authorization", "Bearer " + credential);
        }
        var response =
                Http.send("POST", sandbox.gateway() + path, Http.write(body).getBytes(UTF_8), headers);
        assertThat(response.status()).as(path + ": " + response.text()).isBetween(200, 299);
        return response.json();
    }
}

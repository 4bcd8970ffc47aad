package dev.regulars.systemtest.widget;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.sandbox.seed.Demo;
import dev.regulars.systemtest.sandbox.Http;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** What a partner's server and its pages ask of widgets in the demo community. */
final class WidgetTokens {

    private final String gateway;
    private final Demo demo;

    WidgetTokens(SandboxProcess sandbox) throws IOException {
        this.gateway = sandbox.gateway();
        this.demo = sandbox.demo();
    }

    /** Of whoever looks at the public leaderboard widget. */
    String ofVisitor() throws IOException, InterruptedException {
        var body = Map.of(
                "data-widget-type", "leaderboard", "data-email", demo.member().email());
        return send("POST", "/widget/" + demo.community().objectId() + "/attributes", body, Map.of())
                .json()
                .path("token")
                .asText();
    }

    /** Of the member, by an access key. */
    String ofMember(JsonNode accessKey) throws IOException, InterruptedException {
        var body = Map.of(
                "accessId",
                accessKey.path("accessId").asText(),
                "accessKey",
                accessKey.path("accessKey").asText(),
                "userIdentifiers",
                Map.of("data-email", demo.member().email()));
        return send("POST", "/v2/api/widget-access-keys/token", body, Map.of())
                .json()
                .at("/data/embedToken")
                .asText();
    }

    JsonNode createAccessKey() throws IOException, InterruptedException {
        Http.Response created = send("POST", "/v1/widget-access-keys", Map.of("name", "made"), key());
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.json().path("data");
    }

    void deleteAccessKey(JsonNode accessKey) throws IOException, InterruptedException {
        String path = "/v1/widget-access-keys/" + accessKey.path("accessId").asText();
        assertThat(Http.send("DELETE", gateway + path, null, key()).status()).isEqualTo(200);
    }

    private Map<String, String> key() {
        return Map.of("Authorization", "Bearer " + demo.apiKey());
    }

    private Http.Response send(String method, String path, Object body, Map<String, String> more)
            throws IOException, InterruptedException {
        var headers = new HashMap<>(more);
        headers.put("Content-Type", "application/json");
        return Http.send(method, gateway + path, Http.write(body).getBytes(UTF_8), headers);
    }
}

package dev.regulars.systemtest.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.sandbox.seed.Demo;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Creates and deletes API keys of the demo community as its owner. */
public final class DemoApiKeys {

    private final String gateway;
    private final String keys;
    private final String token;

    public DemoApiKeys(SandboxProcess sandbox) throws IOException, InterruptedException {
        Demo demo = sandbox.demo();
        gateway = sandbox.gateway();
        keys = "/v1/communities/" + demo.community().objectId() + "/api-keys";
        String login = Http.write(
                Map.of("email", demo.owner().email(), "password", demo.owner().password()));
        token = send("POST", "/api/v1/auth/login", login, Map.of())
                .at("/body/token")
                .asText();
    }

    /** A new key, so that no gateway has cached it. */
    public JsonNode create(String permission, Map<String, String> more) throws IOException, InterruptedException {
        var wanted = new HashMap<String, Object>(more);
        wanted.put("name", "made");
        wanted.put("permissions", List.of(permission));
        return send("POST", keys, Http.write(wanted), bearer()).path("data");
    }

    public void delete(JsonNode key) throws IOException, InterruptedException {
        JsonNode response = send("DELETE", keys + "/" + key.path("_id").asText(), "", bearer());
        assertThat(response.path("message").asText()).isEqualTo("Delete API key success.");
    }

    private Map<String, String> bearer() {
        return Map.of("Authorization", "Bearer " + token);
    }

    private JsonNode send(String method, String path, String body, Map<String, String> more)
            throws IOException, InterruptedException {
        var headers = new HashMap<>(more);
        headers.put("Content-Type", "application/json");
        return Http.send(method, gateway + path, body.getBytes(UTF_8), headers).json();
    }
}

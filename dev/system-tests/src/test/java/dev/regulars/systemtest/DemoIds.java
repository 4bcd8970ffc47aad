package dev.regulars.systemtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.sandbox.seed.Demo;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Real ids of the demo community, for calls by callers of another one. */
final class DemoIds {

    private static final Pattern PARAMETER = Pattern.compile("([\\w-]+)/\\{\\w+}");

    /** By the path segment before the id. */
    private final Map<String, String> ids;

    DemoIds(SandboxProcess sandbox) throws IOException, InterruptedException {
        Demo demo = sandbox.demo();
        ids = Map.of(
                "communities", demo.community().objectId(),
                "api-keys",
                        new DemoApiKeys(sandbox)
                                .create("store", Map.of())
                                .path("_id")
                                .asText(),
                "webhooks", demo.webhook().objectId(),
                "users", demo.member().objectId(),
                "sessions", session(sandbox, demo));
    }

    private static String session(SandboxProcess sandbox, Demo demo) throws IOException, InterruptedException {
        var json = Map.of("Content-Type", "application/json");
        byte[] body = Http.write(Map.of(
                        "email", demo.owner().email(), "password", demo.owner().password()))
                .getBytes(UTF_8);
        String token = Http.send("POST", sandbox.gateway() + "/v1/auth/login", body, json)
                .json()
                .at("/data/token")
                .asText();
        var bearer = Map.of("Authorization", "Bearer " + token);
        return Http.send("GET", sandbox.gateway() + "/v1/me/sessions", null, bearer)
                .json()
                .at("/data/0/_id")
                .asText();
    }

    /** The path of an operation with real ids. */
    String path(Operation operation, String community) {
        Matcher parameters = PARAMETER.matcher(operation.path().replace("{communityId}", community));
        return parameters.replaceAll(found -> {
            assertThat(ids).as("DemoIds: a real id for %s", operation.path()).containsKey(found.group(1));
            return found.group(1) + "/" + ids.get(found.group(1));
        });
    }
}

package dev.regulars.systemtest.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.sandbox.SandboxProcess;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Creates members of the demo community with an API key. */
public final class NewMembers {

    private static final String PERSON = """
            {"firstname":"Kai","lastname":"Kind","username":"%1$s","displayname":"Kai","email":"%1$s@example.com",
             "accessLevel":0,"joinServer":true,"emailPassword":false,"sendEmail":false}""";

    private NewMembers() {}

    /** Returns the e-mail address of a new member. */
    public static String one(SandboxProcess sandbox) throws IOException, InterruptedException {
        return one(sandbox, sandbox.demo().apiKey(), Map.of());
    }

    public static String one(SandboxProcess sandbox, String key, Map<String, String> moreHeaders)
            throws IOException, InterruptedException {
        String name = "kai" + UUID.randomUUID().toString().substring(0, 12);
        var headers = new HashMap<>(moreHeaders);
        headers.put("Authorization", "Bearer " + key);
        headers.put("Content-Type", "application/json");
        byte[] body = PERSON.formatted(name).getBytes(UTF_8);
        assertThat(Http.post(sandbox.gateway() + "/apis/v1/users", body, headers))
                .isEqualTo(200);
        return name + "@example.com";
    }
}

package dev.regulars.systemtest.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.regulars.crypto.MasterKey;
import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.sandbox.service.Replica;
import dev.regulars.systemtest.sandbox.Http;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;

/** The internal token that services call each other with. */
final class ServiceToken {

    private ServiceToken() {}

    static String of(SandboxProcess sandbox) throws IOException, InterruptedException {
        String masterKey = Files.readString(sandbox.home().file("master.key")).strip();
        String proof = "operator." + new MasterKey(masterKey, Optional.empty()).proof("operator");
        String url = "http://127.0.0.1:" + new Replica("identity-service", 1).port(sandbox.home())
                + "/internal/credentials/resolve";
        byte[] body = Http.write(Map.of("scheme", "service", "value", proof)).getBytes(UTF_8);
        return Http.send("POST", url, body, Map.of("Content-Type", "application/json"))
                .json()
                .path("token")
                .asText();
    }
}

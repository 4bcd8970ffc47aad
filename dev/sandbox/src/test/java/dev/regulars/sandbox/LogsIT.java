package dev.regulars.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What operators read: an object per line, and the id of the request in it. */
@ExtendWith(SharedSandbox.class)
class LogsIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SandboxProcess sandbox;

    LogsIT(SandboxProcess sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void whatIsLoggedForARequestCarriesItsId() throws IOException, InterruptedException {
        String id = "it-" + UUID.randomUUID();
        var headers = Map.of("Content-Type", "application/json", "X-Request-Id", id);
        assertThat(Http.post(sandbox.gateway() + "/api/v1/auth/login", "{}".getBytes(UTF_8), headers))
                .isEqualTo(400);

        await().atMost(ofSeconds(5)).untilAsserted(() -> {
            for (String service : List.of("gateway", "identity-service")) {
                assertThat(Files.readAllLines(sandbox.home().log(service))).anySatisfy(line -> {
                    assertThat(line).startsWith("{");
                    JsonNode record = JSON.readTree(line);
                    assertThat(record.at("/mdc/requestId").asText()).isEqualTo(id);
                    assertThat(record.path("service").asText()).isEqualTo(service);
                });
            }
        });
    }

    @Test
    void servicesLogAnObjectPerLine() throws IOException {
        for (Path log : sandbox.logs()) {
            if (log.getFileName().toString().matches("gateway.*|.*-service\\.log")) {
                assertThat(Files.readAllLines(log))
                        .as(log.toString())
                        .isNotEmpty()
                        .allSatisfy(LogsIT::isObject);
            }
        }
    }

    private static void isObject(String line) throws JsonProcessingException {
        if (!line.startsWith("[")) { // what the JVM itself has to say
            assertThat(JSON.readTree(line).isObject()).as(line).isTrue();
        }
    }
}

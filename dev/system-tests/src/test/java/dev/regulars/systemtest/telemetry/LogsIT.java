package dev.regulars.systemtest.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.systemtest.sandbox.Http;
import dev.regulars.systemtest.sandbox.SharedSandbox;
import dev.regulars.systemtest.suite.FaultsIT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Logs have one JSON object per line, with the request id. */
@ExtendWith(SharedSandbox.class)
class LogsIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SandboxProcess sandbox;

    LogsIT(SandboxProcess sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void logRecordsCarryTheRequestId() throws IOException, InterruptedException {
        String id = "it-" + UUID.randomUUID();
        var headers = Map.of("Content-Type", "application/json", "X-Request-Id", id);
        assertThat(Http.post(sandbox.gateway() + "/api/v1/auth/login", "{}".getBytes(UTF_8), headers))
                .isEqualTo(400);

        await().atMost(ofSeconds(5)).untilAsserted(() -> {
            for (String service : List.of("gateway", "identity-service")) {
                assertThat(linesOfReplicas(service)).anySatisfy(line -> {
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
            if (log.getFileName().toString().matches("(gateway|.*-service)(-2)?\\.log")) {
                List<String> lines = Files.readAllLines(log);
                assertThat(lines).as(log.toString()).isNotEmpty();
                assertThat(lines.stream().filter(line -> !isObject(line)))
                        .as("%s, where each kill -9 may have cut a line", log)
                        .hasSizeLessThanOrEqualTo(FaultsIT.ROUNDS);
            }
        }
    }

    private List<String> linesOfReplicas(String service) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path log : sandbox.logs()) {
            if (log.getFileName().toString().startsWith(service)) {
                lines.addAll(Files.readAllLines(log));
            }
        }
        return lines;
    }

    private static boolean isObject(String line) {
        if (line.startsWith("[")) { // output of the JVM itself
            return true;
        }
        try {
            return JSON.readTree(line).isObject();
        } catch (JsonProcessingException cut) {
            return false;
        }
    }
}

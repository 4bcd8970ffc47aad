package dev.regulars.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The receivers of the partner kit, as partners run them; a language that is not installed is skipped. */
@QuarkusTest
class PartnerKitTest {

    private static final Path KIT =
            Path.of(System.getProperty("repository", "..")).resolve("clients/partner-kit");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    KafkaRecords records;

    @ParameterizedTest
    @ValueSource(strings = {"python3 receiver.py", "node receiver.mjs", "java Receiver.java", "go run receiver.go"})
    void receivesRealDeliveriesAndRefusesWhatIsWrong(String command) throws Exception {
        assumeTrue(isInstalled(command), command + " cannot run here: the language is not installed");
        receivesDeliveries(command);
        answersAsTheVectorsSay(command);
    }

    private void receivesDeliveries(String command) throws IOException {
        int port = freePort();
        var community = new TestCommunity(records);
        var webhook = community.create(TestCommunity.webhook("http://127.0.0.1:" + port + "/")
                .put("encryption", new JsonObject().put("mode", "GCM")));
        String id = webhook.getString("data._id");
        var settings = Map.of(
                "WEBHOOK_SECRET",
                webhook.getString("data.secret"),
                "WEBHOOK_AES_KEY_" + webhook.getString("data.encryption.keyId"),
                webhook.getString("data.aesKey"));
        try (var receiver = new Receiver(command, port, settings)) {
            community.key().post("/application/webhooks/{id}/challenge", id);
            await().atMost(ofSeconds(10)).until(() -> community.verification(id).equals("verified"));

            community.join();

            await().atMost(ofSeconds(10)).until(() -> receiver.events().size() == 1);
            assertThat(receiver.events().getFirst().getString("serverId")).isEqualTo(community.id);
        }
    }

    private static void answersAsTheVectorsSay(String command) throws Exception {
        var vectors = new JsonObject(Files.readString(KIT.resolve("vectors.json")));
        var settings = Map.of(
                "WEBHOOK_SECRET",
                vectors.getString("secret"),
                "WEBHOOK_AES_KEY_" + vectors.getString("encryptionKeyId"),
                vectors.getString("aesKey"),
                "WEBHOOK_TOLERANCE",
                "1000000000");
        List<JsonObject> deliveries = objects(vectors.getJsonArray("deliveries"));
        try (var receiver = new Receiver(command, freePort(), settings)) {
            for (JsonObject delivery : deliveries) {
                assertThat(receiver.post(delivery).statusCode())
                        .as(delivery.getString("name"))
                        .isEqualTo(delivery.getInteger("status"));
            }
            assertThat(receiver.post(deliveries.getFirst()).body()).contains("c0ffee");
            assertThat(receiver.events())
                    .isEqualTo(deliveries.stream()
                            .map(delivery -> delivery.getJsonObject("event"))
                            .filter(Objects::nonNull)
                            .toList());
        }
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }

    private static boolean isInstalled(String command) throws Exception {
        String program = command.split(" ", 2)[0];
        List<String> check = program.equals("python3")
                ? List.of(program, "-c", "import cryptography")
                : List.of(program, program.equals("go") ? "version" : "--version");
        try {
            return new ProcessBuilder(check)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A receiver as a process of its own. */
    private static final class Receiver implements AutoCloseable {

        private final int port;
        private final File output;
        private final Process process;

        Receiver(String command, int port, Map<String, String> settings) throws IOException {
            this.port = port;
            this.output = File.createTempFile("receiver", ".log");
            var builder = new ProcessBuilder(command.split(" "))
                    .directory(KIT.toFile())
                    .redirectOutput(output);
            Map<String, String> environment = new HashMap<>(settings);
            environment.put("PORT", String.valueOf(port));
            builder.environment().putAll(environment);
            this.process =
                    builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
            await().atMost(ofMinutes(3)).pollInterval(ofMillis(100)).until(this::isUp); // Go compiles its library once
        }

        private boolean isUp() {
            try (var probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return probe.isConnected();
            } catch (IOException notYet) {
                return false;
            }
        }

        HttpResponse<String> post(JsonObject delivery) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                    .POST(HttpRequest.BodyPublishers.ofString(delivery.getString("body")));
            delivery.getJsonObject("headers")
                    .forEach(header -> request.header(header.getKey(), String.valueOf(header.getValue())));
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
        }

        List<JsonObject> events() throws IOException {
            List<JsonObject> events = new ArrayList<>();
            for (String line : Files.readAllLines(output.toPath(), UTF_8)) {
                if (line.startsWith("{")) {
                    events.add(new JsonObject(line));
                }
            }
            return events;
        }

        @Override
        public void close() {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            try {
                process.waitFor(5, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

package dev.regulars.systemtest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.sandbox.seed.Demo;
import dev.regulars.systemtest.sandbox.Http;
import dev.regulars.systemtest.sandbox.SharedSandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The live stream through the gateway, over both of its protocols. */
@ExtendWith(SharedSandbox.class)
class StreamIT {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final SandboxProcess sandbox;
    private final Demo demo;

    StreamIT(SandboxProcess sandbox) throws IOException {
        this.sandbox = sandbox;
        this.demo = sandbox.demo();
    }

    @Test
    void aMessageIsToldOverWebSocket() throws Exception {
        var client = new Client();
        WebSocket socket = HTTP.newWebSocketBuilder()
                .buildAsync(URI.create(sandbox.gateway().replaceFirst("^http", "ws") + "/stream"), client)
                .join();
        socket.sendText("{\"type\":\"auth\",\"token\":\"" + demo.apiKey() + "\"}", true)
                .join();
        socket.sendText(
                        "{\"type\":\"subscribe\",\"channels\":[{\"id\":\""
                                + demo.channel().objectId() + "\"}]}",
                        true)
                .join();
        await().atMost(20, TimeUnit.SECONDS).until(() -> client.has("\"subscribed\""));
        String text = send();
        await().atMost(20, TimeUnit.SECONDS).until(() -> client.has(text));
        socket.sendText("nonsense", true).join();
        assertThat(client.closed.get(20, TimeUnit.SECONDS)).isEqualTo(4400);
    }

    @Test
    void aWrongCredentialClosesTheSocket() throws Exception {
        var client = new Client();
        HTTP.newWebSocketBuilder()
                .header("Authorization", "Bearer " + "0".repeat(64))
                .buildAsync(URI.create(sandbox.gateway().replaceFirst("^http", "ws") + "/stream"), client)
                .join();
        assertThat(client.closed.get(20, TimeUnit.SECONDS)).isEqualTo(4401);
    }

    @Test
    void aMessageIsToldAsAServerSentEvent() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(
                        sandbox.gateway() + "/stream?channels=" + demo.channel().objectId() + "&since=0"))
                .header("Authorization", "Bearer " + demo.apiKey())
                .build();
        String text = send();
        try (var lines = HTTP.send(request, BodyHandlers.ofLines()).body()) {
            assertThat(lines.anyMatch(line -> line.startsWith("data") && line.contains(text)))
                    .isTrue();
        }
        var without = HTTP.send(HttpRequest.newBuilder(request.uri()).build(), BodyHandlers.ofString());
        assertThat(without.statusCode()).as(without.body()).isEqualTo(401);
    }

    private String send() throws IOException, InterruptedException {
        String text = UUID.randomUUID().toString();
        byte[] body = Http.write(Map.of(
                        "channelId",
                        demo.channel().objectId(),
                        "sender",
                        demo.member().email(),
                        "message",
                        text))
                .getBytes(UTF_8);
        var headers = Map.of("Authorization", "Bearer " + demo.apiKey(), "Content-Type", "application/json");
        assertThat(Http.send("POST", sandbox.gateway() + "/v1/messages/send", body, headers)
                        .status())
                .isEqualTo(200);
        return text;
    }

    private static final class Client implements WebSocket.Listener {

        private final List<String> frames = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();

        boolean has(String text) {
            return frames.stream().anyMatch(frame -> frame.contains(text));
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            frames.add(data.toString());
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.complete(1006);
        }
    }
}

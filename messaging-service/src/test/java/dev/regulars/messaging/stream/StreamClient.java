package dev.regulars.messaging.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client of the live stream, and all that it was told. */
public final class StreamClient implements WebSocket.Listener, AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;

    /** @param credential in the handshake; none where it is empty */
    public StreamClient(String credential) {
        this(credential, Map.of());
    }

    StreamClient(String credential, Map<String, String> headers) {
        var handshake = HTTP.newWebSocketBuilder();
        headers.forEach(handshake::header);
        if (!credential.isEmpty()) {
            handshake.header("Authorization", "Bearer " + credential);
        }
        URI at = URI.create("ws://localhost:" + RestAssured.port + "/application/stream");
        socket = handshake.buildAsync(at, this).join();
    }

    StreamClient say(String json) {
        socket.sendText(json, true).join();
        return this;
    }

    public StreamClient subscribe(String channel) {
        return say("{\"type\":\"subscribe\",\"channels\":[{\"id\":\"" + channel + "\"}]}")
                .awaitSubscribed();
    }

    public StreamClient subscribe(String channel, long since) {
        return say("{\"type\":\"subscribe\",\"channels\":[{\"id\":\"" + channel + "\",\"since\":" + since + "}]}");
    }

    private StreamClient awaitSubscribed() {
        await().pollInterval(Duration.ofMillis(10))
                .until(() -> !of("subscribed").isEmpty());
        return this;
    }

    List<JsonNode> of(String type) {
        return frames.stream()
                .filter(frame -> frame.path("type").asText().equals(type))
                .toList();
    }

    /** Everything that has a place in a channel. */
    List<JsonNode> events() {
        return frames.stream()
                .filter(frame -> frame.has("seq") && frame.has("data"))
                .toList();
    }

    public List<JsonNode> awaitEvents(int count) {
        await().untilAsserted(() -> assertThat(events()).hasSizeGreaterThanOrEqualTo(count));
        return events();
    }

    int awaitClose() {
        return closed.orTimeout(Duration.ofSeconds(15).toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS)
                .join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            try {
                frames.add(JSON.readTree(part.toString()));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
            part.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.complete(1006);
    }

    @Override
    public void close() {
        socket.abort();
    }
}

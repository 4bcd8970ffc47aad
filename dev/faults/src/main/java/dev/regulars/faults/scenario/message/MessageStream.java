package dev.regulars.faults.scenario.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Follows a channel over the live stream. However often it breaks off, it goes on behind the last message that it saw. */
public final class MessageStream {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long PAUSE = Duration.ofMillis(300).toNanos();
    private static final long PATIENCE_SECONDS = 5;

    private final URI stream;
    private final String credential;
    private final String channel;
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<String> violations = new ArrayList<>();
    private long last = -1;
    private int connections;
    private @Nullable Connection current;
    private @Nullable WebSocket socket;

    public MessageStream(String gateway, String credential, String channel) {
        this.stream = URI.create(gateway.replaceFirst("^http", "ws") + "/stream");
        this.credential = credential;
        this.channel = channel;
        var unused = Thread.ofPlatform().name("message-stream").daemon().start(this::follow);
    }

    private void follow() {
        while (true) {
            try {
                var connection = new Connection();
                WebSocket opened = HTTP.newWebSocketBuilder()
                        .header("Authorization", "Bearer " + credential)
                        .buildAsync(stream, connection)
                        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .join();
                opened(connection, opened);
                opened.sendText(subscribe(), true).join();
                connection.closed.join();
            } catch (CompletionException away) {
                LockSupport.parkNanos(PAUSE); // whoever was killed comes back
            }
        }
    }

    private synchronized void opened(Connection connection, WebSocket opened) {
        current = connection;
        socket = opened;
    }

    private synchronized String subscribe() {
        connections++;
        String since = last < 0 ? "" : ",\"since\":" + last;
        return "{\"type\":\"subscribe\",\"channels\":[{\"id\":\"" + channel + "\"" + since + "}]}";
    }

    private synchronized void take(Connection from, JsonNode frame) {
        if (from.closed.isDone()) {
            return;
        }
        String type = frame.path("type").asText();
        long seq = frame.path("seq").asLong(-1);
        if (type.equals("subscribed")) {
            last = Math.max(last, seq);
            return;
        }
        if (seq < 0) {
            return;
        }
        if (seq <= last) {
            violations.add("The stream of %s went from %d back to %d".formatted(channel, last, seq));
        }
        last = seq;
        if (type.equals("message")) {
            String text = frame.at("/data/message").asText();
            if (seen.merge(text, 1, Integer::sum) > 1) {
                violations.add("The stream showed \"%s\" again at %d".formatted(text, seq));
            }
        }
    }

    public synchronized boolean isConnected() {
        return last >= 0;
    }

    public synchronized boolean saw(String text) {
        return seen.containsKey(text);
    }

    public synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    public synchronized int connections() {
        return connections;
    }

    /** Without a word, as when the network is gone; it comes back by itself. */
    public synchronized void breakOff() {
        if (socket != null && current != null) {
            current.closed.complete(null);
            socket.abort();
        }
    }

    /** One connection, from its handshake to its end. */
    private final class Connection implements WebSocket.Listener {

        private final CompletableFuture<Void> closed = new CompletableFuture<>();
        private final StringBuilder part = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean end) {
            part.append(data);
            if (end) {
                try {
                    take(this, JSON.readTree(part.toString()));
                } catch (JsonProcessingException e) {
                    throw new IllegalStateException("The stream sent no JSON", e);
                }
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(null);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.complete(null);
        }
    }
}

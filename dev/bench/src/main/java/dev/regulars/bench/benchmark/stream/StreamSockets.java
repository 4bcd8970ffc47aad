package dev.regulars.bench.benchmark.stream;

import dev.regulars.bench.process.Await;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Many clients of one channel, in this process. */
final class StreamSockets implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI stream;
    private final String credential;
    private final String subscribe;
    private final List<WebSocket> open = new ArrayList<>();
    private final AtomicInteger subscribed = new AtomicInteger();
    private final ConcurrentLinkedQueue<Long> received = new ConcurrentLinkedQueue<>();

    StreamSockets(String gateway, String credential, String channel) {
        this.stream = URI.create(gateway.replaceFirst("^http", "ws") + "/stream");
        this.credential = credential;
        this.subscribe = "{\"type\":\"subscribe\",\"channels\":[{\"id\":\"" + channel + "\"}]}";
    }

    /** All at once; returns when each follows the channel. */
    void open(int count) {
        int before = subscribed.get();
        List<CompletableFuture<WebSocket>> opening = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            opening.add(http.newWebSocketBuilder()
                    .header("Authorization", "Bearer " + credential)
                    .buildAsync(stream, new Client())
                    .thenCompose(socket -> socket.sendText(subscribe, true)));
        }
        opening.forEach(one -> open.add(one.join()));
        Await.until(count + " clients follow the channel", PATIENCE, PAUSE, () -> subscribed.get() == before + count);
    }

    void abort(int count) {
        List<WebSocket> some = open.subList(0, count);
        some.forEach(WebSocket::abort);
        some.clear();
    }

    int size() {
        return open.size();
    }

    /** Times in nanoseconds at which clients got the message that {@code send} sends, once all have. */
    List<Long> receive(Runnable send) {
        received.clear();
        send.run();
        Await.until("all clients got the message", PATIENCE, PAUSE, () -> received.size() >= open.size());
        return List.copyOf(received);
    }

    @Override
    public void close() {
        abort(open.size());
        http.shutdownNow();
    }

    /** Counts what it is told. */
    private final class Client implements WebSocket.Listener {

        private final StringBuilder part = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                if (part.indexOf("\"type\":\"subscribed\"") >= 0) {
                    subscribed.incrementAndGet();
                } else if (part.indexOf("\"type\":\"message\"") >= 0) {
                    received.add(System.nanoTime());
                }
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}

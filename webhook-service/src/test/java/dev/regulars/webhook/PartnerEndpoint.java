package dev.regulars.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A partner's endpoint on loopback: answers challenges, keeps messages and answers them as configured. */
public final class PartnerEndpoint implements AutoCloseable {

    /** A request as received. */
    public record Message(
            String id,
            String timestamp,
            String signature,
            String encrypted,
            String type,
            String host,
            byte[] body,
            Headers headers) {
        /** As verifiers take them. */
        public Map<String, List<String>> headerMap() {
            Map<String, List<String>> map = new HashMap<>();
            headers.forEach((name, values) -> map.put(name.toLowerCase(Locale.ROOT), new ArrayList<>(values)));
            return map;
        }

        public String text() {
            return new String(body, UTF_8);
        }
    }

    public final List<Message> messages = new CopyOnWriteArrayList<>();
    public final List<Message> challenges = new CopyOnWriteArrayList<>();
    public final AtomicInteger maxConcurrent = new AtomicInteger();
    public volatile int status = 200;
    public volatile int challengeStatus = 200;
    public volatile String challengeAnswer;
    public volatile CountDownLatch challengesReleased = new CountDownLatch(0);
    public volatile String location;
    public volatile long delayMillis;

    private final HttpServer server;
    private final AtomicInteger concurrent = new AtomicInteger();

    public PartnerEndpoint() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::take);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port() + "/hooks?of=partner";
    }

    private void take(HttpExchange call) throws IOException {
        maxConcurrent.accumulateAndGet(concurrent.incrementAndGet(), Math::max);
        try (call) {
            var message = message(call);
            if (message.text().contains("\"webhook.challenge\"")) {
                challenges.add(message);
                waitFor(challengesReleased);
                String text = challengeAnswer != null
                        ? challengeAnswer
                        : new JsonObject(message.text()).getString("challenge");
                answer(
                        call,
                        challengeStatus,
                        new JsonObject().put("challenge", text).encode());
                return;
            }
            messages.add(message);
            pause();
            if (location != null) {
                call.getResponseHeaders().add("Location", location);
            }
            answer(call, status, "{\"status\":\"ok\"}");
        }
    }

    private static Message message(HttpExchange call) throws IOException {
        var headers = call.getRequestHeaders();
        return new Message(
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                headers.getFirst("x-encrypted"),
                headers.getFirst("Content-Type"),
                headers.getFirst("Host"),
                call.getRequestBody().readAllBytes(),
                headers);
    }

    /** The caller may call again as soon as it has the answer, so the call no longer counts before it is written. */
    private void answer(HttpExchange call, int status, String json) throws IOException {
        concurrent.decrementAndGet();
        byte[] body = json.getBytes(UTF_8);
        call.sendResponseHeaders(status, body.length);
        call.getResponseBody().write(body);
    }

    private void pause() {
        try {
            Thread.sleep(delayMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void waitFor(CountDownLatch released) {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package dev.regulars.faults.workload;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The endpoint of a webhook: it counts how often each delivery came. */
final class Partner implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int THREADS = 16;

    private final Map<String, AtomicInteger> times = new ConcurrentHashMap<>();
    private final AtomicInteger all = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final HttpServer server;

    Partner() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private void take(HttpExchange call) throws IOException {
        try (call) {
            byte[] body = call.getRequestBody().readAllBytes();
            String text = new String(body, UTF_8);
            if (text.contains("\"webhook.challenge\"")) {
                JsonNode challenge = JSON.readTree(body).path("challenge");
                byte[] answer = JSON.writeValueAsBytes(Map.of("challenge", challenge));
                call.sendResponseHeaders(200, answer.length);
                call.getResponseBody().write(answer);
                return;
            }
            String id = call.getRequestHeaders().getFirst("webhook-id");
            times.computeIfAbsent(id, first -> new AtomicInteger()).incrementAndGet();
            all.incrementAndGet();
            call.sendResponseHeaders(204, -1);
        }
    }

    /** Different deliveries. */
    int deliveries() {
        return times.size();
    }

    /** Their number with every repeat. */
    int received() {
        return all.get();
    }

    /** Deliveries that came at least so often. */
    long receivedTimes(int atLeast) {
        return times.values().stream().filter(one -> one.get() >= atLeast).count();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

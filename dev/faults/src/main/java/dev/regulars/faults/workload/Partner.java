package dev.regulars.faults.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The endpoint of a webhook: it counts how often each delivery of a message came, and remembers the id under which it came first. */
final class Partner implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int THREADS = 16;

    private final Map<String, AtomicInteger> times = new ConcurrentHashMap<>();
    private final Map<String, String> idsByMessage = new ConcurrentHashMap<>();
    private final Queue<String> renamed = new ConcurrentLinkedQueue<>();
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
            JsonNode json = JSON.readTree(body);
            if (json.has("challenge")) {
                byte[] answer = JSON.writeValueAsBytes(Map.of("challenge", json.path("challenge")));
                call.sendResponseHeaders(200, answer.length);
                call.getResponseBody().write(answer);
                return;
            }
            count(
                    call.getRequestHeaders().getFirst("webhook-id"),
                    json.at("/data/id").asText());
            call.sendResponseHeaders(204, -1);
        }
    }

    private void count(String id, String message) {
        String first = idsByMessage.putIfAbsent(message, id);
        if (first != null && !first.equals(id)) {
            renamed.add("Message %s came as %s and as %s".formatted(message, first, id));
        }
        times.computeIfAbsent(id, none -> new AtomicInteger()).incrementAndGet();
        all.incrementAndGet();
    }

    /** Repeats that came under another id than the first time. */
    List<String> renamed() {
        return List.copyOf(renamed);
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

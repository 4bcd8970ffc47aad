package dev.regulars.bench.environment;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A webhook receiver in the bench's own process. */
public final class WebhookSink implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Set<String> signed = ConcurrentHashMap.newKeySet();
    private final AtomicLong plain = new AtomicLong();
    private volatile long lastAt;
    private volatile int bodySize;

    public WebhookSink() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/signed", this::takeSigned);
        server.createContext("/plain", this::takePlain);
        server.start();
    }

    public String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Deliveries that were encrypted and signed, each counted once. */
    public long signed() {
        return signed.size();
    }

    public long plain() {
        return plain.get();
    }

    /** The time of the latest delivery, by {@link System#nanoTime}. */
    public long lastAt() {
        return lastAt;
    }

    /** Of the signed deliveries. */
    public int bodySize() {
        return bodySize;
    }

    private void takeSigned(HttpExchange call) throws IOException {
        byte[] body = call.getRequestBody().readAllBytes();
        var headers = call.getRequestHeaders();
        if (!"true".equals(headers.getFirst("x-encrypted"))) {
            var challenge = JSON.readTree(body).path("challenge");
            answer(call, JSON.writeValueAsBytes(Map.of("challenge", challenge)));
        } else if (headers.containsKey("webhook-signature")) {
            bodySize = body.length;
            lastAt = System.nanoTime();
            signed.add(String.valueOf(headers.getFirst("webhook-id")));
            answer(call, body(""));
        }
        call.close();
    }

    private void takePlain(HttpExchange call) throws IOException {
        call.getRequestBody().readAllBytes();
        lastAt = System.nanoTime();
        plain.incrementAndGet();
        answer(call, body(""));
        call.close();
    }

    private static byte[] body(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange call, byte[] body) throws IOException {
        call.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        call.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

package dev.regulars.bench.benchmark.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

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

/** Endpoints that answer at once; they note when each delivery came. */
final class HealthyEndpoints implements AutoCloseable {

    private final Map<String, Long> arrivals = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final HttpServer server;

    HealthyEndpoints() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    String address(String name) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
    }

    private void take(HttpExchange call) throws IOException {
        try (call) {
            String body = new String(call.getRequestBody().readAllBytes(), UTF_8);
            if (body.contains("\"webhook.challenge\"")) {
                byte[] echo = body.replaceAll("(?s).*(\"challenge\"\\s*:\\s*\"[^\"]*\").*", "{$1}")
                        .getBytes(UTF_8);
                call.sendResponseHeaders(200, echo.length);
                call.getResponseBody().write(echo);
                return;
            }
            Long unused = arrivals.putIfAbsent(call.getRequestHeaders().getFirst("webhook-id"), System.nanoTime());
            call.sendResponseHeaders(204, -1);
        }
    }

    /** By id of the delivery, the time of its first arrival by {@link System#nanoTime}. */
    Map<String, Long> arrivals() {
        return arrivals;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

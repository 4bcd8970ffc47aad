package dev.regulars.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** What stands behind the door in these tests: it trades the credential "good", and tells what reached it. */
public final class Backstage implements AutoCloseable {

    /** A header that asks for an answer that ends after its first byte. */
    public static final String BREAK_OFF = "X-Break-Off";

    private static final int PORT = 28_081;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How often each credential was traded. */
    public final Map<String, Integer> trades = new ConcurrentHashMap<>();

    /** The tag of a caller that every answer says it changed, or nothing. */
    public volatile String changed = "";

    /** Of the last request that led to a trade. */
    public volatile @Nullable String requestId;

    /** Called while a trade is being answered, after what is true was read. */
    public volatile Runnable meanwhile = () -> {};

    private final HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", PORT), 0);

    public Backstage() throws IOException {
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/internal/credentials/resolve", this::trade);
        server.createContext("/", this::tell);
        server.start();
    }

    private void trade(HttpExchange call) throws IOException {
        JsonNode question = JSON.readTree(call.getRequestBody());
        String value = question.get("value").asText();
        String community = question.path("community").asText("null");
        boolean good = value.startsWith("good");
        trades.merge(value, 1, Integer::sum);
        requestId = call.getRequestHeaders().getFirst("X-Request-Id");
        meanwhile.run();
        answer(
                call,
                good ? 200 : 401,
                Map.of(
                        "token",
                        "traded-" + value + "-" + community,
                        "expiresAt",
                        "2100-01-01T00:00:00Z",
                        "keys",
                        List.of("credential:" + value, "account:" + value, "membership:c:" + value, "community:c")));
    }

    private void tell(HttpExchange call) throws IOException {
        String body = new String(call.getRequestBody().readAllBytes(), UTF_8);
        Map<String, @Nullable Object> seen = new LinkedHashMap<>();
        if (!changed.isEmpty()) {
            call.getResponseHeaders().set("X-Regulars-Changed", changed);
        }
        seen.put("uri", call.getRequestURI().toString());
        seen.put("authorization", call.getRequestHeaders().getFirst("Authorization"));
        seen.put("refused", call.getRequestHeaders().getFirst("X-Regulars-Refused"));
        seen.put("clientAddress", call.getRequestHeaders().getFirst("X-Regulars-Client-Address"));
        seen.put("length", body.length());
        seen.put("body", body);
        if (call.getRequestHeaders().containsKey(BREAK_OFF)) {
            call.sendResponseHeaders(200, 100);
            call.getResponseBody().write('{');
            call.close();
            return;
        }
        answer(call, 200, seen);
    }

    private static void answer(HttpExchange call, int status, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

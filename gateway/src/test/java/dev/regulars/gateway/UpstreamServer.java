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

/** The services behind the gateway: exchanges every credential that begins with "good", and echoes all other requests. */
public final class UpstreamServer implements AutoCloseable {

    /** A request header that asks for a response that breaks off after its first byte. */
    public static final String BREAK_OFF = "X-Break-Off";

    private static final int PORT = 28_081;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Number of exchanges by credential. */
    public final Map<String, Integer> exchanges = new ConcurrentHashMap<>();

    /** Tag of the caller that every response reports as changed, or empty. */
    public volatile String changedCaller = "";

    /** Request id of the last exchange. */
    public volatile @Nullable String requestId;

    /** Runs during an exchange, after its data was read and before its response is written. */
    public volatile Runnable duringExchange = () -> {};

    private final HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", PORT), 0);

    public UpstreamServer() throws IOException {
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/internal/credentials/resolve", this::exchange);
        server.createContext("/", this::echo);
        server.start();
    }

    private void exchange(HttpExchange call) throws IOException {
        JsonNode request = JSON.readTree(call.getRequestBody());
        String value = request.get("value").asText();
        String community = request.path("community").asText("null");
        boolean good = value.startsWith("good");
        exchanges.merge(value, 1, Integer::sum);
        requestId = call.getRequestHeaders().getFirst("X-Request-Id");
        duringExchange.run();
        respond(
                call,
                good ? 200 : 401,
                Map.of(
                        "token",
                        "token-" + value + "-" + community,
                        "expiresAt",
                        "2100-01-01T00:00:00Z",
                        "keys",
                        List.of("credential:" + value, "account:" + value, "membership:c:" + value, "community:c")));
    }

    private void echo(HttpExchange call) throws IOException {
        String body = new String(call.getRequestBody().readAllBytes(), UTF_8);
        Map<String, @Nullable Object> received = new LinkedHashMap<>();
        if (!changedCaller.isEmpty()) {
            call.getResponseHeaders().set("X-Regulars-Changed", changedCaller);
        }
        received.put("uri", call.getRequestURI().toString());
        received.put("authorization", call.getRequestHeaders().getFirst("Authorization"));
        received.put("refused", call.getRequestHeaders().getFirst("X-Regulars-Refused"));
        received.put("clientAddress", call.getRequestHeaders().getFirst("X-Regulars-Client-Address"));
        received.put("length", body.length());
        received.put("body", body);
        if (call.getRequestHeaders().containsKey(BREAK_OFF)) {
            call.sendResponseHeaders(200, 100);
            call.getResponseBody().write('{');
            call.close();
            return;
        }
        respond(call, 200, received);
    }

    private static void respond(HttpExchange call, int status, Object body) throws IOException {
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

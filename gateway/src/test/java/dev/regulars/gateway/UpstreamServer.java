package dev.regulars.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The services behind the gateway: exchanges every credential that begins with "good", and echoes all other requests. */
public final class UpstreamServer implements AutoCloseable {

    /** A request header that asks for a response that breaks off after its first byte. */
    public static final String BREAK_OFF = "X-Break-Off";

    /** A request header that asks for no response until the server is closed. */
    public static final String HANG = "X-Hang";

    /** A request header that asks for a closed connection instead of the first response to its value. */
    public static final String CLOSE_ONCE = "X-Close-Once";

    private static final int IDENTITY_PORT = 28_081;
    private static final int COMMUNITY_PORT = 28_082;
    private static final int LARGEST_ECHO = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Number of exchanges by credential. */
    public final Map<String, Integer> exchanges = new ConcurrentHashMap<>();

    /** Tag of the caller that every response reports as changed, or empty. */
    public volatile String changedCaller = "";

    /** Which permission of which key every response reports as used, or empty. */
    public volatile String usedPermission = "";

    /** What the gateway reported of that. */
    public final Set<String> uses = ConcurrentHashMap.newKeySet();

    /** Origins of the web pages of every caller. */
    public volatile List<String> origins = List.of();

    /** Rate limits that the community of every caller has set. */
    public volatile Map<String, Integer> limits = Map.of();

    /** Origins that any community lists. */
    public final Set<String> listedOrigins = ConcurrentHashMap.newKeySet();

    /** Request id of the last exchange. */
    public volatile @Nullable String requestId;

    /** Runs during an exchange, after its data was read and before its response is written. */
    public volatile Runnable duringExchange = () -> {};

    private final Set<String> closedOnce = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<HttpServer> servers = List.of(start(IDENTITY_PORT), start(COMMUNITY_PORT));

    public UpstreamServer() throws IOException {}

    private HttpServer start(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/internal/credentials/resolve", this::exchange);
        server.createContext("/internal/credentials/uses", this::recordUses);
        server.createContext("/internal/origins", this::listed);
        server.createContext("/", this::echo);
        server.start();
        return server;
    }

    private void recordUses(HttpExchange call) throws IOException {
        JSON.readTree(call.getRequestBody())
                .path("uses")
                .forEach(use -> uses.add(use.path("keyId").asText() + " "
                        + use.path("permission").asText()));
        call.sendResponseHeaders(204, -1);
        call.close();
    }

    private void listed(HttpExchange call) throws IOException {
        String query = URLDecoder.decode(call.getRequestURI().getRawQuery(), UTF_8);
        respond(call, 200, Map.of("listed", listedOrigins.contains(query.substring("origin=".length()))));
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
                        "origins",
                        origins,
                        "limits",
                        limits,
                        "keys",
                        List.of("credential:" + value, "account:" + value, "membership:c:" + value, "community:c")));
    }

    private void echo(HttpExchange call) throws IOException {
        String body = new String(call.getRequestBody().readAllBytes(), UTF_8);
        Map<String, @Nullable Object> received = new LinkedHashMap<>();
        if (!changedCaller.isEmpty()) {
            call.getResponseHeaders().set("X-Regulars-Changed", changedCaller);
        }
        if (!usedPermission.isEmpty()) {
            call.getResponseHeaders().set("X-Regulars-Used", usedPermission);
        }
        received.put("uri", call.getRequestURI().toString());
        received.put("authorization", call.getRequestHeaders().getFirst("Authorization"));
        received.put("refused", call.getRequestHeaders().getFirst("X-Regulars-Refused"));
        received.put("clientAddress", call.getRequestHeaders().getFirst("X-Regulars-Client-Address"));
        received.put("accept", call.getRequestHeaders().getFirst("Accept"));
        received.put("expect", call.getRequestHeaders().getFirst("Expect"));
        received.put("method", call.getRequestMethod());
        received.put("length", body.length());
        received.put("body", body.length() > LARGEST_ECHO ? null : body);
        String once = call.getRequestHeaders().getFirst(CLOSE_ONCE);
        if (once != null && closedOnce.add(once)) {
            call.close();
            return;
        }
        if (call.getRequestHeaders().containsKey(HANG)) {
            hang();
        }
        if (call.getRequestHeaders().containsKey(BREAK_OFF)) {
            call.sendResponseHeaders(200, 100);
            call.getResponseBody().write('{');
            call.close();
            return;
        }
        respond(call, 200, received);
    }

    private void hang() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
        closed.countDown();
        servers.forEach(server -> server.stop(0));
    }
}

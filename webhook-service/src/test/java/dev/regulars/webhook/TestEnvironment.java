package dev.regulars.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.regulars.testkit.NameServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A stub of identity-service, a name server, and settings that allow endpoints on loopback. */
public final class TestEnvironment implements QuarkusTestResourceLifecycleManager {

    /** Profiles by {@code communityId:accountId}. */
    public static final Map<String, JsonObject> PROFILES = new ConcurrentHashMap<>();

    /** Calls of incoming webhooks to other services. */
    public record InternalCall(String path, JsonObject body) {}

    public static final List<InternalCall> CALLS = new CopyOnWriteArrayList<>();
    /** Statuses by path and community, where they are not 200. */
    public static final Map<String, Integer> REFUSALS = new ConcurrentHashMap<>();

    public static final NameServer NAMES = new NameServer();

    private static final String TOKEN = "token-of-webhook-service";

    private HttpServer identity;

    @Override
    public Map<String, String> start() {
        try {
            identity = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        identity.createContext("/internal/credentials/resolve", TestEnvironment::exchangeToken);
        identity.createContext("/internal/people", TestEnvironment::people);
        for (String path : List.of("/internal/messages", "/internal/custom-fields", "/internal/postings")) {
            identity.createContext(path, TestEnvironment::take);
        }
        identity.start();
        String url = "http://127.0.0.1:" + identity.getAddress().getPort();
        return Map.of(
                "regulars.identity.urls",
                url,
                "regulars.messaging.urls",
                url,
                "regulars.gamification.urls",
                url,
                "regulars.endpoints.allowed-networks",
                "127.0.0.0/8,::1/128",
                "regulars.endpoints.name-servers",
                NAMES.address(),
                "regulars.endpoints.schedule",
                "200ms,200ms,300ms,300ms",
                "regulars.endpoints.time-limit",
                "2s",
                "regulars.endpoints.rest",
                "300ms");
    }

    private static void exchangeToken(HttpExchange call) throws IOException {
        var expiry = Instant.now().plusSeconds(60).toString();
        answer(call, new JsonObject().put("token", TOKEN).put("expiresAt", expiry));
    }

    private static void take(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        var body = new JsonObject(new String(call.getRequestBody().readAllBytes(), UTF_8));
        CALLS.add(new InternalCall(path, body));
        int status = REFUSALS.getOrDefault(path + body.getString("communityId"), 200);
        answer(
                call,
                status,
                new JsonObject().put("messageId", "m").put("repeat", false).put("message", "Insufficient balance"));
    }

    private static void people(HttpExchange call) throws IOException {
        if (!("Bearer " + TOKEN).equals(call.getRequestHeaders().getFirst("Authorization"))) {
            call.sendResponseHeaders(401, -1);
            call.close();
            return;
        }
        var request = new JsonObject(new String(call.getRequestBody().readAllBytes(), UTF_8));
        var people = new JsonArray();
        request.getJsonArray("values").stream()
                .map(account -> PROFILES.get(request.getString("communityId") + ":" + account))
                .filter(profile -> profile != null)
                .forEach(people::add);
        answer(call, new JsonObject().put("people", people));
    }

    private static void answer(HttpExchange call, JsonObject answer) throws IOException {
        answer(call, 200, answer);
    }

    private static void answer(HttpExchange call, int status, JsonObject answer) throws IOException {
        try (call) {
            byte[] bytes = answer.encode().getBytes(UTF_8);
            call.sendResponseHeaders(status, bytes.length);
            call.getResponseBody().write(bytes);
        }
    }

    @Override
    public void stop() {
        identity.stop(0);
    }
}

package dev.regulars.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** The internal face of identity-service: people and credentials that a test adds. */
public final class TestIdentity implements QuarkusTestResourceLifecycleManager {

    private static final JsonMapper JSON = new JsonMapper();

    private record Credential(String token, List<String> keys) {}

    private final List<Map<String, Object>> people = new CopyOnWriteArrayList<>();
    private final Map<String, Credential> credentials = new ConcurrentHashMap<>();
    private HttpServer server;

    /** {@code username@example.com} is the address. */
    public void addPerson(String communityId, String accountId, String userId, String username) {
        people.add(Map.of(
                "communityId",
                communityId,
                "accountId",
                accountId,
                "userId",
                userId,
                "username",
                username,
                "email",
                username + "@example.com",
                "firstName",
                "First",
                "lastName",
                "Last",
                "displayName",
                "Shown",
                "isMember",
                true,
                "showsPresence",
                true));
    }

    /** From now on only admins see whether the person is online. */
    public void hidePresence(String accountId) {
        people.replaceAll(one -> {
            Map<String, Object> changed = new HashMap<>(one);
            changed.computeIfPresent(
                    "showsPresence", (name, shown) -> !one.get("accountId").equals(accountId));
            return changed;
        });
    }

    /** @param token internal, signed for the tests */
    public void addCredential(String value, String token, List<String> keys) {
        credentials.put(value, new Credential(token, keys));
    }

    public void revoke(String value) {
        credentials.remove(value);
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/internal/people", this::people);
        server.createContext("/internal/credentials/resolve", this::exchange);
        server.start();
        return Map.of(
                "regulars.identity.urls",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void people(HttpExchange call) throws IOException {
        JsonNode request = JSON.readTree(call.getRequestBody());
        List<Object> found = new ArrayList<>();
        for (JsonNode value : request.path("values")) {
            people.stream()
                    .filter(one -> request.path("communityId").asText().equals(one.get("communityId")))
                    .filter(one -> isCalled(one, request.path("by").asText(), value.asText()))
                    .findFirst()
                    .ifPresent(one -> {
                        Map<String, Object> asked = new HashMap<>(one);
                        asked.put("asked", value.asText());
                        found.add(asked);
                    });
        }
        answer(call, 200, Map.of("people", found));
    }

    private static boolean isCalled(Map<String, Object> person, String by, String value) {
        return switch (by) {
            case "any" -> person.containsValue(value);
            case "_id" -> value.equals(person.get("accountId"));
            default -> value.equals(person.get(by));
        };
    }

    private void exchange(HttpExchange call) throws IOException {
        JsonNode request = JSON.readTree(call.getRequestBody());
        String end = Instant.now().plusSeconds(60).toString();
        if (request.path("scheme").asText().equals("service")) {
            answer(call, 200, Map.of("token", "token-of-messaging-service", "expiresAt", end, "keys", List.of()));
            return;
        }
        Credential known = credentials.get(request.path("value").asText());
        if (known == null) {
            answer(call, 401, Map.of());
        } else {
            answer(call, 200, Map.of("token", known.token(), "expiresAt", end, "keys", known.keys()));
        }
    }

    private static void answer(HttpExchange call, int status, Object body) throws IOException {
        try (call) {
            byte[] bytes = JSON.writeValueAsBytes(body);
            call.sendResponseHeaders(status, bytes.length);
            call.getResponseBody().write(bytes);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, field -> field.getType() == TestIdentity.class);
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}

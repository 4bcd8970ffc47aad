package dev.regulars.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * The internal face of identity-service for tests of other services: it knows the people that a test adds. A module that needs it names
 * it in {@code META-INF/services} of its test resources; a test has it in a field.
 */
public final class IdentityStub implements QuarkusTestResourceLifecycleManager {

    private static final JsonMapper JSON = new JsonMapper();

    private record CommunityPerson(String communityId, Map<String, Object> person) {

        boolean isCalled(String by, String value) {
            return switch (by) {
                case "email", "username", "userId" -> value.equals(person.get(by));
                case "_id" -> value.equals(person.get("accountId"));
                default -> person.containsValue(value);
            };
        }
    }

    private final List<CommunityPerson> people = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    public IdentityStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody whom a community knows; {@code username@example.com} is the address. */
    public void add(String communityId, String accountId, String userId, String username) {
        people.add(new CommunityPerson(
                communityId,
                Map.of(
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
                        username,
                        "avatar",
                        "https://regulars.example.com/media/identity/" + username,
                        "isMember",
                        true)));
    }

    @Override
    public Map<String, String> start() {
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/internal/people", call -> answer(call, found(JSON.readTree(call.getRequestBody()))));
        server.createContext(
                "/internal/credentials/resolve",
                call -> answer(
                        call,
                        Map.of(
                                "token",
                                "service-token",
                                "expiresAt",
                                Instant.now().plusSeconds(60).toString())));
        server.start();
        return Map.of(
                "regulars.identity.urls",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    private Map<String, Object> found(JsonNode request) {
        List<Map<String, Object>> found = new ArrayList<>();
        for (JsonNode value : request.path("values")) {
            people.stream()
                    .filter(one ->
                            one.communityId.equals(request.path("communityId").asText()))
                    .filter(one -> one.isCalled(request.path("by").asText(), value.asText()))
                    .findFirst()
                    .map(one -> new HashMap<>(one.person))
                    .ifPresent(person -> {
                        person.put("asked", value.asText());
                        found.add(person);
                    });
        }
        return Map.of("people", found);
    }

    private static void answer(HttpExchange call, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsString(body).getBytes(UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(200, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, field -> field.getType() == IdentityStub.class);
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}

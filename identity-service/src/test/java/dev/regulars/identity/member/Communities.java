package dev.regulars.identity.member;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** The internal face of community-service, so that a test may take it away; the whole suite is played in the sandbox. */
final class Communities implements AutoCloseable {

    private static final int PORT = 28_082;

    final List<JsonPath> joins = new CopyOnWriteArrayList<>();
    final List<String> requestIds = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    Communities() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", PORT), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/internal/memberships", this::answer);
        server.start();
    }

    private void answer(HttpExchange call) throws IOException {
        if (call.getRequestMethod().equals("GET")) {
            call.sendResponseHeaders(404, -1);
            call.close();
            return;
        }
        var joining = JsonPath.from(new String(call.getRequestBody().readAllBytes(), UTF_8));
        joins.add(joining);
        requestIds.add(String.valueOf(call.getRequestHeaders().getFirst("X-Request-Id")));
        byte[] membership = """
                {"communityId": "%s", "accountId": "%s", "owner": false, "server": {"epoch": 1, "n": 1},
                 "joinedAt": "2026-01-02T03:04:05.678Z", "accessLevel": 0, "membership": {"epoch": 1, "n": 1}}
                """.formatted(joining.getString("communityId"), joining.getString("accountId"))
                .getBytes(UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(200, membership.length);
        call.getResponseBody().write(membership);
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

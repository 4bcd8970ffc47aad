package dev.regulars.identity.directory;

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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** The internal face of community-service, so that a test may take it away; the whole suite is played in the sandbox. */
public final class CommunityServiceStub implements AutoCloseable {

    private static final int PORT = 28_182;
    private static final int GAMIFICATION_PORT = 28_184;

    public final List<JsonPath> joins = new CopyOnWriteArrayList<>();
    /** What was asked to become of memberships. */
    public final List<JsonPath> standings = new CopyOnWriteArrayList<>();

    /** Which access levels memberships were to keep. */
    public final List<JsonPath> accessLevels = new CopyOnWriteArrayList<>();

    public final List<JsonPath> transfers = new CopyOnWriteArrayList<>();

    public final List<String> requestIds = new CopyOnWriteArrayList<>();
    /** The account that owns everything here. */
    public volatile String owner = "";

    /** What an account may read, and what of it is unread. */
    public volatile String rooms = "{\"rooms\": []}";

    public volatile String unread = "{\"unread\": {}}";

    /** A part of an export, by the account that it begins behind; empty for the beginning. */
    public volatile UnaryOperator<String> memberships = after -> "{\"memberships\": [], \"next\": null}";

    public volatile UnaryOperator<String> balances = after -> "{\"balances\": [], \"next\": null}";

    /** What a join is answered with. */
    public volatile int joinStatus = 200;

    private final AtomicInteger version = new AtomicInteger(1);
    private final HttpServer server;
    private final List<HttpServer> all = new CopyOnWriteArrayList<>();

    public CommunityServiceStub() {
        server = open(PORT);
        server.createContext("/internal/memberships", this::answer);
        server.createContext("/internal/memberships/export", call -> export(call, memberships));
        server.createContext("/internal/rooms", call -> answer(call, 200, rooms));
        server.createContext("/internal/unread", call -> answer(call, 200, unread));
        server.createContext("/internal/servers/owner", this::transfer);
        server.start();
    }

    private HttpServer open(int port) {
        try {
            HttpServer opened = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
            opened.setExecutor(Executors.newCachedThreadPool());
            all.add(opened);
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The export of gamification-service, too. */
    public void serveBalances() {
        HttpServer gamification = open(GAMIFICATION_PORT);
        gamification.createContext("/internal/balances/export", call -> export(call, balances));
        gamification.start();
    }

    private void answer(HttpExchange call) throws IOException {
        if (call.getRequestMethod().equals("GET")) {
            call.sendResponseHeaders(404, -1);
            call.close();
            return;
        }
        var asked = JsonPath.from(new String(call.getRequestBody().readAllBytes(), UTF_8));
        requestIds.add(String.valueOf(call.getRequestHeaders().getFirst("X-Request-Id")));
        if (call.getRequestURI().getPath().endsWith("/access-level")) {
            accessLevels.add(asked);
            answer(call, 200, membership(asked, version.incrementAndGet(), "null"));
            return;
        }
        if (!call.getRequestURI().getPath().endsWith("/standing")) {
            joins.add(asked);
            if (joinStatus != 200) {
                call.sendResponseHeaders(joinStatus, -1);
                call.close();
                return;
            }
            answer(call, 200, membership(asked, 1, "null"));
            return;
        }
        standings.add(asked);
        if (owner.equals(asked.getString("accountId"))) {
            answer(call, 409, "{\"status\": \"error\", \"message\": \"The owner cannot be deleted\"}");
            return;
        }
        String leftAt = asked.getBoolean("ended") ? "\"2026-02-03T04:05:06.789Z\"" : "null";
        answer(call, 200, membership(asked, version.incrementAndGet(), leftAt));
    }

    private static void export(HttpExchange call, UnaryOperator<String> parts) throws IOException {
        String query = call.getRequestURI().getQuery();
        answer(call, 200, parts.apply(query == null ? "" : query.substring("after=".length())));
    }

    private void transfer(HttpExchange call) throws IOException {
        var asked = JsonPath.from(new String(call.getRequestBody().readAllBytes(), UTF_8));
        if (!owner.equals(asked.getString("ownerId"))) {
            answer(call, 409, "{\"status\": \"error\", \"message\": \"The community has another owner\"}");
            return;
        }
        transfers.add(asked);
        owner = asked.getString("newOwnerId");
        answer(call, 200, """
                {"communityId": "%s", "ownerId": "%s", "previousOwnerId": "%s"}
                """.formatted(asked.getString("communityId"), owner, asked.getString("ownerId")));
    }

    private static String membership(JsonPath of, int version, String leftAt) {
        return """
                {"communityId": "%s", "accountId": "%s", "owner": false, "server": {"epoch": 1, "n": 1},
                 "joinedAt": "2026-01-02T03:04:05.678Z", "leftAt": %s, "accessLevel": %d,
                 "membership": {"epoch": 1, "n": %d}}
                """.formatted(
                        of.getString("communityId"),
                        of.getString("accountId"),
                        leftAt,
                        of.get("accessLevel") == null ? 0 : of.getInt("accessLevel"),
                        version);
    }

    private static void answer(HttpExchange call, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    @Override
    public void close() {
        all.forEach(one -> one.stop(0));
    }
}

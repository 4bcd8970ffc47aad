package dev.regulars.identity.directory.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;

/** The ledger as gamification-service answers it, so that a test may take it away: one cause has one effect. */
final class LedgerStub implements AutoCloseable {

    private static final int PORT = 28_184;
    private static final JsonMapper JSON = new JsonMapper();

    /** What a cause did, for its repeats. */
    private record Outcome(int status, String message) {}

    private final Map<String, Long> balances = new HashMap<>();
    private final Map<String, Outcome> causes = new HashMap<>();
    private final Set<String> voided = new HashSet<>();
    private final HttpServer server;
    private volatile boolean away;
    private volatile boolean losesAnswers;

    LedgerStub() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", PORT), 1_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/internal/postings/batch", this::post);
        server.createContext("/internal/postings/void", this::takeBack);
        server.start();
    }

    synchronized long balance(String accountId, String unit) {
        return balances.getOrDefault(accountId + unit, 0L);
    }

    synchronized int causes() {
        return causes.size();
    }

    synchronized Set<String> voided() {
        return Set.copyOf(voided);
    }

    void setAway(boolean isAway) {
        away = isAway;
    }

    /** Postings take effect, and nobody learns of it. */
    void setLosesAnswers(boolean loses) {
        losesAnswers = loses;
    }

    private void post(HttpExchange call) throws IOException {
        JsonNode request = JSON.readTree(call.getRequestBody());
        if (away) {
            answer(call, 503, Map.of("status", "error", "message", "Service Unavailable"));
            return;
        }
        List<Map<String, Object>> results = new ArrayList<>();
        for (JsonNode one : request.path("requests")) {
            Outcome outcome = apply(one);
            results.add(Map.of("status", outcome.status(), "message", outcome.message()));
        }
        if (losesAnswers) {
            call.close();
        } else {
            answer(call, 200, Map.of("results", results));
        }
    }

    private synchronized Outcome apply(JsonNode request) {
        return causes.computeIfAbsent(request.path("causeId").asText(), first -> {
            JsonNode line = request.at("/postings/0");
            String account = line.path("accountId").asText();
            Map<String, Long> after = new HashMap<>(balances);
            line.path("changes")
                    .properties()
                    .forEach(unit ->
                            after.merge(account + unit.getKey(), unit.getValue().asLong(), Long::sum));
            line.path("set")
                    .properties()
                    .forEach(unit ->
                            after.put(account + unit.getKey(), unit.getValue().asLong()));
            if (after.values().stream().anyMatch(balance -> balance < 0)) {
                return new Outcome(409, "Insufficient balance");
            }
            balances.putAll(after);
            return new Outcome(200, "");
        });
    }

    private void takeBack(HttpExchange call) throws IOException {
        JsonNode request = JSON.readTree(call.getRequestBody());
        synchronized (this) {
            voided.add(request.path("causeId").asText());
        }
        answer(call, 200, Map.of("postings", Set.of(), "repeat", false));
    }

    private static void answer(HttpExchange call, int status, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsString(body).getBytes(UTF_8);
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

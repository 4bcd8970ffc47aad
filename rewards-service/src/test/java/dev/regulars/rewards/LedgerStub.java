package dev.regulars.rewards;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** The ledger as gamification-service answers it: one cause has one effect, a voided one has none. A test has it in a field. */
public final class LedgerStub implements QuarkusTestResourceLifecycleManager {

    /** What a cause did. */
    private record Outcome(String account, long change, int status, String error) {}

    private static final JsonMapper JSON = new JsonMapper();
    private static final Outcome VOIDED = new Outcome("", 0, 409, "The cause was voided");

    private final Map<String, Long> coins = new HashMap<>();
    private final Map<String, Outcome> causes = new HashMap<>();
    private final Set<String> awayFor = ConcurrentHashMap.newKeySet();
    private final Set<String> losingAnswersOf = ConcurrentHashMap.newKeySet();
    private final HttpServer server;

    public LedgerStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized void give(String account, long amount) {
        coins.merge(account, amount, Long::sum);
    }

    public synchronized long coins(String account) {
        return coins.getOrDefault(account, 0L);
    }

    /** Postings of the account are answered 503 until it is back. */
    public void away(String account) {
        awayFor.add(account);
    }

    public void back(String account) {
        awayFor.remove(account);
    }

    /** The next posting of the account takes effect, and its answer never arrives. */
    public void loseNextAnswer(String account) {
        losingAnswersOf.add(account);
    }

    @Override
    public Map<String, String> start() {
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/internal/postings", this::post);
        server.createContext("/internal/postings/void", this::takeBack);
        server.createContext("/internal/balances/", this::balances);
        server.start();
        return Map.of(
                "regulars.gamification.urls",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "regulars.purchases.patience",
                "2s",
                "regulars.purchases.orphaned-after",
                "3s");
    }

    private void post(HttpExchange call) throws IOException {
        JsonNode request = JSON.readTree(call.getRequestBody());
        JsonNode line = request.path("postings").path(0);
        String account = line.path("accountId").asText();
        if (awayFor.contains(account)) {
            answer(call, 503, Map.of("status", "error", "message", "Service Unavailable"));
            return;
        }
        Outcome outcome =
                apply(cause(request), account, line.at("/changes/coins").asLong());
        if (losingAnswersOf.remove(account)) {
            call.close();
        } else if (outcome.status() == 200) {
            answer(call, 200, Map.of("postings", List.of(), "repeat", false));
        } else {
            answer(call, outcome.status(), Map.of("status", "error", "message", outcome.error()));
        }
    }

    private synchronized Outcome apply(String cause, String account, long change) {
        return causes.computeIfAbsent(cause, first -> {
            if (coins(account) + change < 0) {
                return new Outcome(account, 0, 409, "Insufficient balance");
            }
            coins.merge(account, change, Long::sum);
            return new Outcome(account, change, 200, "");
        });
    }

    private void takeBack(HttpExchange call) throws IOException {
        JsonNode request = JSON.readTree(call.getRequestBody());
        synchronized (this) {
            Outcome done = causes.put(cause(request), VOIDED);
            if (done != null) {
                coins.merge(done.account(), -done.change(), Long::sum);
            }
        }
        answer(call, 200, Map.of("postings", List.of(), "repeat", false));
    }

    private void balances(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        String account = path.substring(path.lastIndexOf('/') + 1);
        answer(call, 200, Map.of("accountId", account, "balances", Map.of("coins", coins(account))));
    }

    private static String cause(JsonNode request) {
        return request.path("communityId").asText() + ":"
                + request.path("causeId").asText();
    }

    private static void answer(HttpExchange call, int status, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsString(body).getBytes(UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    /** The causes that took something of an account. */
    public synchronized List<String> causesOf(String account) {
        List<String> found = new ArrayList<>();
        causes.forEach((cause, outcome) -> {
            if (outcome.account().equals(account) && outcome.change() != 0) {
                found.add(cause);
            }
        });
        return found;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, field -> field.getType() == LedgerStub.class);
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}

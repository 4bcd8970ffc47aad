package dev.regulars.faults.scenario.loyalty;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.faults.scenario.Scenario;
import dev.regulars.faults.suite.ApiRequest;
import dev.regulars.faults.suite.ApiResponse;
import dev.regulars.faults.suite.RetryingClient;
import dev.regulars.sandbox.seed.Demo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Two members are given a unit and it is taken from them again, at random; every fifth connection is cut once the request is sent. Every
 * tenth time an auditor looks. Whatever is killed meanwhile, each posting has one effect, and the books add up at every look.
 */
public final class LedgerScenario implements Scenario {

    private static final String UNIT = "premium";
    private static final int MOST = 9;
    private static final int CUT_ONE_IN = 5;
    private static final int AUDITED_ONE_IN = 10;
    private static final int APPLIED = 201;
    private static final int INSUFFICIENT = 409;
    /** The connection is cut as soon as the request is sent. */
    private static final Duration AT_ONCE = Duration.ofMillis(10);

    private final Demo demo;
    private final AtomicInteger number = new AtomicInteger();
    /** What a member had before; others may have given it. */
    private final Map<String, Long> atFirst = new ConcurrentHashMap<>();

    private final Map<String, LongAdder> acknowledged = new ConcurrentHashMap<>();
    private final LongAdder refused = new LongAdder();
    private final LongAdder cut = new LongAdder();

    public LedgerScenario(Demo demo) {
        this.demo = demo;
    }

    @Override
    public void run(RetryingClient client) {
        int mine = number.incrementAndGet();
        var random = ThreadLocalRandom.current();
        String user =
                random.nextBoolean() ? demo.member().userId() : demo.owner().userId();
        atFirst.computeIfAbsent(user, member -> balance(client, member));
        long change = random.nextBoolean() ? 1 + random.nextInt(MOST) : -1 - random.nextInt(MOST);
        ApiRequest request = adjustment(user, change, "ledger-" + mine);
        if (mine % CUT_ONE_IN == 0) {
            ApiResponse once = client.sendOnce(request.withTimeout(AT_ONCE));
            cut.add(once.isDefinite() ? 0 : 1);
        }
        note(user, change, client.sendUntilAnswered(request));
        if (mine % AUDITED_ONE_IN == 0) {
            List<String> differences = audit(client);
            if (!differences.isEmpty()) {
                throw new IllegalStateException(String.join("; ", differences));
            }
        }
    }

    private void note(String user, long change, ApiResponse response) {
        if (response.status() == APPLIED) {
            acknowledged.computeIfAbsent(user, unknown -> new LongAdder()).add(change);
        } else if (response.status() == INSUFFICIENT && change < 0) {
            refused.increment();
        } else {
            throw new IllegalStateException("A change of %d was answered %s".formatted(change, response));
        }
    }

    private ApiRequest adjustment(String user, long change, String key) {
        var body = Map.of("userId", user, "changes", Map.of(UNIT, change), "reason", "Endurance");
        return ApiRequest.post("/v1/ledger/adjustments", body).as(demo.apiKey()).withIdempotencyKey(key);
    }

    @Override
    public void verify(RetryingClient gateway) {
        run(gateway);
    }

    /** Where balances are not what was acknowledged, or the books do not add up. */
    public List<String> inconsistencies(RetryingClient client) {
        List<String> found = new ArrayList<>(audit(client));
        acknowledged.forEach((user, sum) -> {
            long more = balance(client, user) - atFirst.getOrDefault(user, 0L);
            if (more != sum.sum()) {
                found.add("User %s has %d %s more, but %d were acknowledged".formatted(user, more, UNIT, sum.sum()));
            }
        });
        return found;
    }

    private long balance(RetryingClient client, String user) {
        return client.expect(200, ApiRequest.get("/v1/ledger/members/" + user).as(demo.apiKey()))
                .body()
                .at("/data/balances/" + UNIT)
                .asLong();
    }

    private List<String> audit(RetryingClient client) {
        JsonNode audit = client.expect(200, ApiRequest.get("/v1/ledger/audit").as(demo.apiKey()))
                .body()
                .path("data");
        List<String> found = new ArrayList<>();
        audit.path("drift").forEach(drift -> found.add("The ledger drifts: " + drift));
        audit.path("units").forEach(unit -> {
            if (unit.path("sum").asLong() != 0) {
                found.add("The books do not add up: " + unit);
            }
        });
        return found;
    }

    @Override
    public Set<String> pending() {
        return Set.of();
    }

    @Override
    public Map<String, List<String>> expectedEvents() {
        return Map.of();
    }

    @Override
    public String summary() {
        return "%d postings (%s refused, %s cut)".formatted(number.get(), refused, cut);
    }
}

package dev.regulars.faults.scenario.loyalty;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.faults.scenario.Scenario;
import dev.regulars.faults.scenario.account.SignUpScenario;
import dev.regulars.faults.suite.ApiRequest;
import dev.regulars.faults.suite.ApiResponse;
import dev.regulars.faults.suite.Deadline;
import dev.regulars.faults.suite.RetryingClient;
import dev.regulars.sandbox.seed.Demo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The demo member buys one product again and again; every fifth connection is cut once the request is sent, and every third order is
 * cancelled. Whatever is killed meanwhile, each purchase has one outcome under its key, and coins and stock add up in the end.
 */
public final class PurchaseScenario implements Scenario {

    private static final int COINS = 1_000_000;
    private static final int PIECES = 500_000;
    private static final int CANCELLED_ONE_IN = 3;
    private static final int REPEATED_ONE_IN = 5;
    private static final int CUT_ONE_IN = 5;
    /** The connection is cut as soon as the request is sent. */
    private static final Duration AT_ONCE = Duration.ofMillis(10);

    private static final int UNAUTHORIZED = 401;
    private static final int OPEN = 202;
    private static final int BOUGHT = 201;

    /** What is bought, and the coins before. */
    private record Shop(String product, String cancelled, long coins) {}

    private final Demo demo;
    private final AtomicInteger number = new AtomicInteger();
    private final Set<String> confirmed = ConcurrentHashMap.newKeySet();
    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();
    private final LongAdder unanswered = new LongAdder();
    private @Nullable Shop shop;
    private volatile String token = "";

    public PurchaseScenario(Demo demo) {
        this.demo = demo;
    }

    @Override
    public void run(RetryingClient client) {
        int mine = number.incrementAndGet();
        Shop open = shop(client);
        if (mine % CUT_ONE_IN == 0) {
            ApiResponse cut =
                    client.sendOnce(purchase(open, "purchase-" + mine).as(token).withTimeout(AT_ONCE));
            unanswered.add(cut.isDefinite() ? 0 : 1);
        }
        String order = buy(client, open, "purchase-" + mine);
        confirmed.add(order);
        if (mine % REPEATED_ONE_IN == 0) {
            String again = buy(client, open, "purchase-" + mine);
            if (!order.equals(again)) {
                throw new IllegalStateException(
                        "Purchase %d is order %s, but its repeat %s".formatted(mine, order, again));
            }
        }
        if (mine % CANCELLED_ONE_IN == 0) {
            var body = Map.of("transactionId", order, "statusId", open.cancelled());
            client.require(200, put("/v1/redemption-transactions/status", body).as(demo.apiKey()));
            cancelled.add(order);
        }
    }

    @Override
    public void verify(RetryingClient gateway) {
        run(gateway);
    }

    /** Until the outcome is certain: an open one is asked for again by its key. */
    private String buy(RetryingClient client, Shop open, String key) {
        var deadline = new Deadline();
        ApiResponse response = attempt(client, open, key);
        while (response.status() == OPEN && !deadline.isPassed()) {
            Deadline.pause(Duration.ofMillis(200));
            response = attempt(client, open, key);
        }
        if (response.status() != BOUGHT) {
            throw new IllegalStateException("%s was answered %s".formatted(key, response));
        }
        return response.text("/data/transactionId");
    }

    private ApiResponse attempt(RetryingClient client, Shop open, String key) {
        ApiRequest purchase = purchase(open, key);
        ApiResponse response = client.sendUntilAnswered(purchase.as(token));
        if (response.status() != UNAUTHORIZED) {
            return response;
        }
        token = client.expect(
                        200,
                        SignUpScenario.login(
                                "/v1/auth/login",
                                demo.member().email(),
                                demo.member().password()))
                .text("/data/token");
        return client.sendUntilAnswered(purchase.as(token));
    }

    private ApiRequest purchase(Shop open, String key) {
        String path = "/v1/products/" + open.product() + "/purchases?communityId="
                + demo.community().objectId();
        return ApiRequest.post(path, Map.of("quantity", 1)).withIdempotencyKey(key);
    }

    private synchronized Shop shop(RetryingClient client) {
        if (shop == null) {
            var product = Map.of("name", "Endurance", "price", 1, "stocks", PIECES);
            var coins =
                    Map.of("userId", demo.member().userId(), "changes", Map.of("coins", COINS), "reason", "Endurance");
            client.require(201, once(ApiRequest.post("/v1/ledger/adjustments", coins), "endurance-coins"));
            shop = new Shop(
                    client.expect(201, once(ApiRequest.post("/v1/products", product), "endurance-product"))
                            .text("/data/_id"),
                    cancelledStatus(client),
                    coins(client));
        }
        return shop;
    }

    private ApiRequest once(ApiRequest request, String key) {
        return request.as(demo.apiKey()).withIdempotencyKey(key);
    }

    private String cancelledStatus(RetryingClient client) {
        JsonNode statuses = client.expect(
                        200, ApiRequest.get("/v1/redemption-statuses").as(demo.apiKey()))
                .body()
                .path("data");
        for (JsonNode status : statuses) {
            if (status.path("category").asText().equals("cancelled")) {
                return status.path("_id").asText();
            }
        }
        throw new IllegalStateException("No status is cancelled: " + statuses);
    }

    private long coins(RetryingClient client) {
        return client.expect(
                        200,
                        ApiRequest.get("/v1/ledger/members/" + demo.member().userId())
                                .as(demo.apiKey()))
                .body()
                .at("/data/balances/coins")
                .asLong();
    }

    private static ApiRequest put(String path, Map<String, ?> body) {
        ApiRequest post = ApiRequest.post(path, body);
        return new ApiRequest("PUT", path, body, post.headers(), post.timeout());
    }

    /** Where coins, stock and ledger do not agree with the orders. */
    public List<String> inconsistencies(RetryingClient client) {
        if (shop == null) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        long sold = (long) confirmed.size() - cancelled.size();
        JsonNode product = client.expect(
                        200, ApiRequest.get("/v1/products/" + shop.product()).as(demo.apiKey()))
                .body()
                .path("data");
        compare("pieces left", PIECES - sold, product.path("stocks").asLong(), found);
        compare("orders", confirmed.size(), product.path("totalOrders").asLong(), found);
        compare("coins", shop.coins() - sold, coins(client), found);
        JsonNode audit = client.expect(200, ApiRequest.get("/v1/ledger/audit").as(demo.apiKey()))
                .body()
                .path("data");
        audit.path("units")
                .forEach(unit -> compare(
                        "sum of " + unit.path("unit").asText(),
                        0,
                        unit.path("sum").asLong(),
                        found));
        audit.path("drift").forEach(drift -> found.add("The ledger drifts: " + drift));
        return found;
    }

    private static void compare(String what, long wanted, long found, List<String> differences) {
        if (wanted != found) {
            differences.add("%s: %d, but the orders say %d".formatted(what, found, wanted));
        }
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
        return "%d purchases (%d cancelled, %s cut)".formatted(confirmed.size(), cancelled.size(), unanswered);
    }
}

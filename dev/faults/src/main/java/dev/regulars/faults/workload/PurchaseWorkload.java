package dev.regulars.faults.workload;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.faults.suite.ApiRequest;
import dev.regulars.faults.suite.ApiResponse;
import dev.regulars.faults.suite.Deadline;
import dev.regulars.faults.workload.fixture.Fixture;
import dev.regulars.faults.workload.fixture.Member;
import dev.regulars.faults.workload.fixture.Members;
import dev.regulars.faults.workload.fixture.NumberedTasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** More buyers than pieces. A fifth of the connections is cut once the request is sent; every buyer learns the outcome by key. */
record PurchaseWorkload(Fixture fixture) implements Workload {

    private static final int BUYERS = 300;
    private static final int PIECES = 100;
    private static final int COINS = 5;
    private static final int PRICE = 2;
    private static final int THREADS = 30;
    private static final int CUT_ONE_IN = 5;
    private static final int LONGEST_PAUSE_MILLIS = 2_000;
    private static final Duration AT_ONCE = Duration.ofMillis(10);
    private static final Duration BEFORE_NEXT_LOOK = Duration.ofMillis(200);
    private static final int BOUGHT = 201;
    private static final int OPEN = 202;
    private static final int REFUSED = 409;
    private static final List<String> VICTIMS =
            List.of("rewards-service", "gamification-service", "rewards-service-2", "gamification-service-2");

    /** What a buyer was told in the end; {@code order} is empty where nothing was bought. */
    private record Outcome(int status, String order) {

        static Outcome of(ApiResponse response) {
            return new Outcome(
                    response.status(), response.status() == BOUGHT ? response.text("/data/transactionId") : "");
        }
    }

    @Override
    public String name() {
        return "purchases";
    }

    @Override
    public List<String> run() {
        List<Member> buyers = new Members(fixture).create("buyer", BUYERS);
        List<String> violations =
                new ArrayList<>(NumberedTasks.start(THREADS, BUYERS, i -> fixture.give(buyers.get(i), "coins", COINS))
                        .await());
        String product = fixture.post(
                        201,
                        "/v1/products",
                        Map.of("name", "Ticket", "price", PRICE, "stocks", PIECES, "limit", Map.of("count", 1)),
                        "ticket")
                .path("_id")
                .asText();
        Map<Member, Outcome> outcomes = new ConcurrentHashMap<>();
        var sale =
                NumberedTasks.start(THREADS, BUYERS, i -> outcomes.put(buyers.get(i), come(buyers.get(i), product, i)));
        fixture.kills().during(sale, PIECES, VICTIMS);
        violations.addAll(sale.await());
        check(product, buyers, outcomes, violations);
        return violations;
    }

    private Outcome come(Member buyer, String product, int number) {
        Deadline.pause(Duration.ofMillis(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS)));
        if (number % CUT_ONE_IN == 0) {
            ApiResponse unused =
                    fixture.client().sendOnce(purchase(buyer, product, "").withTimeout(AT_ONCE));
        }
        return outcome(buyer, product, "");
    }

    /** Asks under the key of the purchase until the outcome is certain. */
    private Outcome outcome(Member buyer, String product, String key) {
        var deadline = new Deadline();
        ApiRequest purchase = purchase(buyer, product, key);
        ApiResponse response = fixture.client().sendUntilAnswered(purchase);
        while (response.status() == OPEN && !deadline.isPassed()) {
            Deadline.pause(BEFORE_NEXT_LOOK);
            response = fixture.client().sendUntilAnswered(purchase);
        }
        if (response.status() != BOUGHT && response.status() != REFUSED) {
            throw new IllegalStateException("A purchase was answered " + response);
        }
        return Outcome.of(response);
    }

    private ApiRequest purchase(Member buyer, String product, String key) {
        String path = "/v1/products/" + product + "/purchases?communityId="
                + fixture.demo().community().objectId();
        return ApiRequest.post(path, Map.of("quantity", 1))
                .as(buyer.token())
                .withIdempotencyKey(fixture.run() + buyer.userId() + key);
    }

    private void check(String product, List<Member> buyers, Map<Member, Outcome> outcomes, List<String> violations) {
        long bought =
                outcomes.values().stream().filter(one -> one.status() == BOUGHT).count();
        Fixture.compare("confirmed purchases", (long) PIECES, bought, violations);
        JsonNode left = settled(product);
        Fixture.compare("pieces left", 0, left.path("stocks").asInt(), violations);
        Fixture.compare("orders", PIECES, left.path("totalOrders").asInt(), violations);
        for (Member buyer : buyers) {
            Outcome outcome = outcomes.get(buyer);
            if (outcome == null) {
                continue;
            }
            boolean has = outcome.status() == BOUGHT;
            Fixture.compare(
                    "coins of " + buyer.username(),
                    (long) COINS - (has ? PRICE : 0),
                    fixture.balance(buyer, "coins"),
                    violations);
            Fixture.compare("repeat of " + buyer.username(), outcome, outcome(buyer, product, ""), violations);
            Fixture.compare(
                    "second one of " + buyer.username(),
                    REFUSED,
                    outcome(buyer, product, "-second").status(),
                    violations);
        }
        violations.addAll(fixture.audit());
        fixture.out().printf("  %d of %d buyers got one of %d pieces%n", bought, BUYERS, PIECES);
    }

    /** Confirmed orders are counted a moment later. */
    private JsonNode settled(String product) {
        boolean unused = new Deadline()
                .await(() -> fixture.get("/v1/products/" + product)
                                .path("totalOrders")
                                .asInt()
                        >= PIECES);
        return fixture.get("/v1/products/" + product);
    }
}

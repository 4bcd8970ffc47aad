package dev.regulars.rewards.order;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.in;

import dev.regulars.events.Topic;
import dev.regulars.rewards.LedgerStub;
import dev.regulars.rewards.Shop;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.IdentityStub;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of confirmed orders, and that coins and stock follow it. */
@QuarkusTest
class OrderChangesTest {

    KafkaRecords records;
    IdentityStub identity;
    LedgerStub ledger;
    Shop shop;
    String buyer;
    String product;
    String order;

    @BeforeEach
    void buy() {
        shop = new Shop(identity, ledger);
        buyer = shop.buyer(100);
        product = shop.create(30, "stocks", 5, "limit", Map.of("count", 1));
        order = shop.order(buyer, product);
    }

    @Test
    void anOrderGoesThroughItsStatuses() {
        shop.byKey()
                .body(Map.of("statusId", shop.status("complete"), "note", "Handed over"))
                .patch("/application/purchase-history/{order}", order)
                .then()
                .statusCode(200)
                .body("message", equalTo("Update purchase success."))
                .body("data.status.category", equalTo("complete"));
        shop.change(order, shop.status("complete")).then().statusCode(200);
        shop.change(order, shop.status("incomplete"))
                .then()
                .statusCode(200)
                .body("message", equalTo("Transaction status updated successfully"))
                .body("data.transactionId", equalTo(order));

        shop.byKey()
                .get("/integration/redemption-transactions/{order}/history", order)
                .then()
                .body("data.status.category", equalTo(List.of("incomplete", "complete", "incomplete")))
                .body("data[1].note", equalTo("Handed over"))
                .body("data[1].actor.kind", equalTo("key"));
        assertThat(records.typesAbout(Topic.REWARDS, shop.id + ":" + order, 3))
                .containsExactly(
                        "rewards.order.confirmed.v1",
                        "rewards.order.status-changed.v1",
                        "rewards.order.status-changed.v1");
    }

    @Test
    void aCancelledOrderGivesEverythingBackOnceAndStaysCancelled() {
        List<Response> answers = Concurrently.call(4, i -> shop.change(order, shop.status("cancelled")));

        assertThat(answers).allSatisfy(answer -> answer.then().statusCode(200));
        restored();
        refused(shop.change(order, shop.status("complete")), "The order is cancelled");
        refund(shop.refund(order, Map.of("reason", "Again")));
        shop.byKey()
                .get("/integration/redemption-transactions/{order}/history", order)
                .then()
                .body("data", hasSize(2));
        shop.order(buyer, product);
    }

    @Test
    void twoDifferentCancellationsHaveOneOutcome() {
        String other = shop.byKey()
                .body(Map.of("name", "Withdrawn", "category", "cancelled", "color", "#000000"))
                .post("/integration/redemption-statuses")
                .path("data._id");
        String cancelled = shop.status("cancelled");

        var statuses = Concurrently.call(
                2, i -> shop.change(order, i == 0 ? other : cancelled).statusCode());

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        restored();
    }

    @Test
    void refundsNeverExceedWhatWasPaid() {
        shop.refund(order, Map.of("amount", 10, "reason", "A scratch"))
                .then()
                .statusCode(201)
                .body("data.refunded", equalTo(10))
                .body("data.paid", equalTo(30));
        refund(shop.refund(order, Map.of("amount", 21, "reason", "Too much")));

        var statuses = Concurrently.call(
                3, i -> shop.refund(order, Map.of("reason", "The rest")).statusCode());

        assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409);
        await().atMost(ofSeconds(10)).until(() -> ledger.coins(buyer) == 100);
        assertThat(shop.stocks(product)).isEqualTo(4);
        assertThat(records.typesAbout(Topic.REWARDS, shop.id + ":" + order, 3))
                .containsExactly(
                        "rewards.order.confirmed.v1", "rewards.order.refunded.v1", "rewards.order.refunded.v1");
    }

    @Test
    void aRefundWithAKeyIsGivenOnce() {
        for (int i = 0; i < 2; i++) {
            shop.byKey()
                    .header("Idempotency-Key", "refund")
                    .body(Map.of("amount", 10, "reason", "A scratch"))
                    .post("/application/redemption-transactions/{order}/refunds", order)
                    .then()
                    .statusCode(201)
                    .body("data.refunded", equalTo(10));
        }
        await().atMost(ofSeconds(10)).until(() -> ledger.coins(buyer) == 80);
    }

    @Test
    void refundsAreGivenOnceTheLedgerIsBack() {
        ledger.away(buyer);
        shop.change(order, shop.status("cancelled")).then().statusCode(200);
        await().atMost(ofSeconds(10)).until(() -> shop.stocks(product) == 5);
        assertThat(ledger.coins(buyer)).isEqualTo(70);

        ledger.back(buyer);

        await().atMost(ofSeconds(15)).until(() -> ledger.coins(buyer) == 100);
    }

    /** 200 steps; {@code -Dwalk.steps=10000} walks further. */
    @Test
    void aRandomWalkLeavesCoinsAndStockAsTheStatusesSay() {
        int steps = Integer.getInteger("walk.steps", 200);
        int count = Math.max(10, steps / 100);
        String many = shop.create(2, "stocks", count + 10);
        List<String> walkers = new ArrayList<>();
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            walkers.add(shop.buyer(2));
            orders.add(shop.order(walkers.getLast(), many));
        }
        walk(orders, steps);

        List<String> categories = orders.stream().map(this::category).toList();
        long cancelled = categories.stream().filter("cancelled"::equals).count();
        assertThat(cancelled).isBetween(1L, count - 1L);
        await().atMost(ofSeconds(15)).untilAsserted(() -> {
            assertThat(shop.stocks(many)).isEqualTo(10 + (int) cancelled);
            for (int i = 0; i < orders.size(); i++) {
                assertThat(ledger.coins(walkers.get(i)))
                        .isEqualTo(categories.get(i).equals("cancelled") ? 2 : 0);
            }
        });
    }

    /** Eight walkers; on the way about every second order is cancelled, for good. */
    private void walk(List<String> orders, int steps) {
        String[] statuses = {shop.status("incomplete"), shop.status("complete"), shop.status("cancelled")};
        int rarely = 2 * steps / orders.size();
        Concurrently.call(8, walker -> {
            var random = new Random(walker);
            for (int i = 0; i < steps / 8; i++) {
                String order = orders.get(random.nextInt(orders.size()));
                boolean last = random.nextInt(rarely) == 0;
                shop.change(order, statuses[last ? 2 : random.nextInt(2)])
                        .then()
                        .statusCode(in(List.of(200, 409)));
            }
            return walker;
        });
    }

    private String category(String order) {
        return shop.byKey().get("/application/purchase-history/{order}", order).path("data.status.category");
    }

    private void restored() {
        await().atMost(ofSeconds(10)).untilAsserted(() -> {
            assertThat(ledger.coins(buyer)).isEqualTo(100);
            assertThat(shop.stocks(product)).isEqualTo(5);
        });
    }

    private static void refused(Response answer, String why) {
        answer.then().statusCode(409).body("message", equalTo(why));
    }

    private static void refund(Response answer) {
        answer.then()
                .statusCode(409)
                .body("meta.errors[0].message", equalTo("amount exceeds what is left of the coins paid"));
    }
}

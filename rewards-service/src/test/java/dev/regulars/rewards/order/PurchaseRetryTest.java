package dev.regulars.rewards.order;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.rewards.LedgerStub;
import dev.regulars.rewards.Shop;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.IdentityStub;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A purchase that is repeated, or whose outcome is not known at once. */
@QuarkusTest
class PurchaseRetryTest {
    IdentityStub identity;
    LedgerStub ledger;
    Shop shop;

    @Inject
    ReactiveMongoClient mongo;

    @BeforeEach
    void open() {
        shop = new Shop(identity, ledger);
    }

    @Test
    void aRepeatWithTheSameKeyLearnsTheOutcome() {
        String product = shop.create(30, "stocks", 5);
        String buyer = shop.buyer(40);

        String first = shop.buyOnce(buyer, product, "a", Map.of()).path("data.transactionId");
        shop.buyOnce(buyer, product, "a", Map.of()).then().statusCode(201).body("data.transactionId", equalTo(first));
        shop.buyOnce(buyer, product, "a", Map.of("quantity", 2)).then().statusCode(422);
        refused(shop.buyOnce(buyer, product, "b", Map.of()), "Not enough coins");
        ledger.give(buyer, 100);
        refused(shop.buyOnce(buyer, product, "b", Map.of()), "Not enough coins");
        assertThat(shop.stocks(product)).isEqualTo(4);
    }

    @Test
    void twinsWithOneKeyBuyOnce() {
        String product = shop.create(30, "stocks", 5);
        String buyer = shop.buyer(100);

        var orders = Concurrently.call(8, i -> shop.buyOnce(buyer, product, "twin", Map.of()));

        assertThat(orders.stream()
                        .map(one -> one.<String>path("data.transactionId"))
                        .collect(Collectors.toSet()))
                .hasSize(1);
        assertThat(ledger.coins(buyer)).isEqualTo(70);
        assertThat(shop.stocks(product)).isEqualTo(4);
    }

    @Test
    void aLostAnswerOfTheLedgerChargesOnce() {
        String product = shop.create(30, "stocks", 5);
        String buyer = shop.buyer(100);
        ledger.loseNextAnswer(buyer);

        shop.buy(buyer, product).then().statusCode(201);

        assertThat(ledger.coins(buyer)).isEqualTo(70);
    }

    @Test
    void anOpenOutcomeHasAnAddressAndIsFinishedLater() {
        String product = shop.create(30, "stocks", 5);
        String buyer = shop.buyer(100);
        ledger.away(buyer);

        Response open = shop.buyOnce(buyer, product, "open", Map.of());
        assertThat(open.statusCode()).isEqualTo(202);
        String address = open.header("Location");
        assertThat(address).startsWith("/v1/purchase-history/ORD");
        ledger.back(buyer);

        await().atMost(ofSeconds(15))
                .untilAsserted(
                        () -> own(buyer, address).then().statusCode(200).body("data.state", equalTo("confirmed")));
        shop.buyOnce(buyer, product, "open", Map.of()).then().statusCode(201);
        assertThat(ledger.coins(buyer)).isEqualTo(70);
        assertThat(shop.stocks(product)).isEqualTo(4);
    }

    @Test
    void whatStaysOpenForTooLongIsUndone() {
        String product = shop.create(30, "stocks", 5, "limit", Map.of("count", 1));
        String buyer = shop.buyer(100);
        ledger.away(buyer);
        String address = shop.buyOnce(buyer, product, "late", Map.of()).header("Location");

        wasMadeLongAgo(address.substring(address.lastIndexOf('/') + 1));

        await().atMost(ofSeconds(15))
                .untilAsserted(() -> own(buyer, address).then().body("data.state", equalTo("failed")));
        ledger.back(buyer);

        refused(
                shop.buyOnce(buyer, product, "late", Map.of()),
                "The purchase was not completed in time; nothing was paid");
        assertThat(ledger.coins(buyer)).isEqualTo(100);
        assertThat(shop.stocks(product)).isEqualTo(5);
        shop.order(buyer, product);
    }

    @Test
    void aHundredPiecesAreSoldToAHundredOfThreeHundredBuyers() {
        String product = shop.create(1, "stocks", 100, "limit", Map.of("count", 1));
        List<String> buyers =
                IntStream.range(0, 300).mapToObj(i -> shop.buyer(5)).toList();

        List<Response> answers = Concurrently.call(300, i -> shop.buy(buyers.get(i), product));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isIn(201, 202, 409));
        await().atMost(ofSeconds(20)).untilAsserted(() -> {
            assertThat(shop.stocks(product)).isZero();
            assertThat(shop.read(product).<Integer>path("data.totalOrders")).isEqualTo(100);
        });
        assertThat(buyers.stream().mapToLong(ledger::coins).sum()).isEqualTo(300 * 5 - 100);
        assertThat(buyers).allSatisfy(buyer -> assertThat(ledger.coins(buyer)).isIn(4L, 5L));
        shop.byKey().get("/integration/redemption-transactions").then().body("pagination.total", equalTo(100));
    }

    private void wasMadeLongAgo(String order) {
        mongo.getDatabase("rewards")
                .getCollection("orders")
                .updateOne(
                        new Document("transactionId", order),
                        new Document(
                                "$set", new Document("createdAt", Instant.now().minusSeconds(61))))
                .await()
                .indefinitely();
    }

    private Response own(String buyer, String address) {
        return shop.by(buyer).get(address.replace("/v1/", "/application/"));
    }

    private static void refused(Response answer, String why) {
        answer.then().statusCode(409).body("message", equalTo("Conflict")).body("meta.errors[0].message", equalTo(why));
    }
}

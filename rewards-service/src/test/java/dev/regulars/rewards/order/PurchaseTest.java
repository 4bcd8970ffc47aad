package dev.regulars.rewards.order;

import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.userKey;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.events.Topic;
import dev.regulars.rewards.LedgerStub;
import dev.regulars.rewards.Shop;
import dev.regulars.testkit.IdentityStub;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PurchaseTest {
    KafkaRecords records;
    IdentityStub identity;
    LedgerStub ledger;
    Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(identity, ledger);
    }

    @Test
    void aPurchaseTakesCoinsAndStockAndTellsOthers() {
        String product = shop.create(30, "stocks", 5, "redemptionInstructions", "Ask at the desk");
        String buyer = shop.buyer(100);

        String order = shop.buy(buyer, product, Map.of("quantity", 2, "price", 30))
                .then()
                .statusCode(201)
                .body("message", equalTo("Create purchase success."))
                .body("data.transactionId", matchesPattern("ORD\\d{8}[0-9a-f]{4,}"))
                .body("data.status.category", equalTo("incomplete"))
                .body("data.user.user_id", equalTo("7"))
                .body("data.user.email", equalTo("buyer" + buyer.substring(16) + "@example.com"))
                .body("data.item.price", equalTo(30))
                .body("data.quantity", equalTo(2))
                .body("data.state", equalTo("confirmed"))
                .body("data.redemptionInstructions", equalTo("Ask at the desk"))
                .extract()
                .path("data.transactionId");

        assertThat(ledger.coins(buyer)).isEqualTo(40);
        assertThat(shop.stocks(product)).isEqualTo(3);
        await().atMost(ofSeconds(10)).until(() -> shop.read(product).<Integer>path("data.totalOrders") == 1);
        assertThat(records.typesAbout(Topic.REWARDS, shop.id + ":" + order, 1))
                .containsExactly("rewards.order.confirmed.v1");
        shop.byKey()
                .get("/integration/redemption-transactions/{order}/history", order)
                .then()
                .statusCode(200)
                .body("data", hasSize(1))
                .body("data[0].status.name", equalTo("Pending"))
                .body("data[0].actor.id", equalTo(buyer));
    }

    @Test
    void whatCannotBeBoughtIsRefusedAndNothingIsTaken() {
        String product = shop.create(30, "stocks", 1);
        String poor = shop.buyer(29);

        refused(shop.buy(poor, product), "Not enough coins");
        assertThat(shop.stocks(product)).isEqualTo(1);
        String rich = shop.buyer(100);
        refused(shop.buy(rich, product, Map.of("quantity", 2)), "Out of stock");
        refused(shop.buy(rich, product, Map.of("price", 29)), "price is 30 now");
        shop.byKey().delete("/store/products/{product}", product).then().statusCode(200);
        refused(shop.buy(rich, product), "The product is archived");
        shop.byKey()
                .body(Map.of("isEnabled", false))
                .put("/store/stores")
                .then()
                .statusCode(200);
        refused(shop.buy(rich, product), "The store is closed");
        assertThat(ledger.coins(rich)).isEqualTo(100);
    }

    @Test
    void onlyMembersBuy() {
        String product = shop.create(0);

        key(shop.id, "store")
                .body(Map.of())
                .post("/store/products/{product}/purchases", product)
                .then()
                .statusCode(403)
                .body("message", equalTo("Forbidden"));
        userKey(shop.buyer(0), shop.id, "updateOwnProfile")
                .body(Map.of())
                .post("/store/products/{product}/purchases", product)
                .then()
                .statusCode(201);
        String stranger = new Shop(identity, ledger).buyer(10);
        new Shop(identity, ledger).buy(stranger, product).then().statusCode(404);
    }

    @Test
    void aProductAsksForInformation() {
        String product = shop.create(
                0,
                "userInformation",
                Map.of(
                        "isEnabled", true,
                        "shouldCollectName", true,
                        "shouldCollectPhone", false,
                        "shouldCollectAddress", true));
        String buyer = shop.buyer(0);

        shop.buy(buyer, product, Map.of("userInformation", Map.of("name", "Ben")))
                .then()
                .statusCode(400)
                .body("meta.errors.field", equalTo(List.of("userInformation.address")));
        shop.buy(buyer, product, Map.of("userInformation", Map.of("name", "Ben", "address", "1 Main St")))
                .then()
                .statusCode(201)
                .body("data.userInformation.address", equalTo("1 Main St"));
    }

    @Test
    void aLimitCountsPerMember() {
        String product = shop.create(1, "limit", Map.of("count", 2, "days", 7));
        String buyer = shop.buyer(100);

        shop.buy(buyer, product, Map.of("quantity", 2)).then().statusCode(201);
        refused(shop.buy(buyer, product), "limit reached: purchases of this product 2");
        shop.order(shop.buyer(1), product);
        assertThat(ledger.coins(buyer)).isEqualTo(98);
    }

    @Test
    void ordersAreListedForManagersAndForTheirBuyers() {
        String product = shop.create(10, "stocks", 5);
        String buyer = shop.buyer(100);
        String other = shop.buyer(100);
        String order = shop.order(buyer, product);
        shop.order(other, product);

        shop.byKey()
                .get("/application/purchase-history?productID=" + product)
                .then()
                .statusCode(200)
                .body("data", hasSize(2));
        shop.by(buyer).get("/application/purchase-history").then().body("data.transactionId", equalTo(List.of(order)));
        shop.by(other)
                .get("/application/purchase-history/{order}", order)
                .then()
                .statusCode(404);
        shop.byKey()
                .body(Map.of("email", "buyer" + buyer.substring(16) + "@example.com"))
                .post("/integration/redemption-transactions/user")
                .then()
                .statusCode(200)
                .body("pagination.total", equalTo(1))
                .body("data.transactionId", hasItem(order));
        shop.byKey()
                .body(Map.of("email", "nobody@example.com"))
                .post("/integration/redemption-transactions/user")
                .then()
                .statusCode(404);
    }

    @Test
    void aVoucherIsHandedOutOnceAndShownToItsBuyerOnly() {
        String product = shop.create(1);
        shop.byKey()
                .body(Map.of("codes", List.of("ROOK-1", "ROOK-2", "ROOK-2")))
                .post("/store/products/{product}/vouchers", product)
                .then()
                .statusCode(201)
                .body("data.added", equalTo(2))
                .body("data.duplicates", equalTo(1));
        shop.byKey()
                .contentType("text/csv")
                .body("code\nROOK-1\n")
                .post("/store/products/{product}/vouchers", product)
                .then()
                .statusCode(201)
                .body("data.added", equalTo(0));
        String buyer = shop.buyer(100);
        String other = shop.buyer(100);

        Response bought = shop.buy(buyer, product);
        String code = bought.path("data.vouchers[0].code");
        String order = bought.path("data.transactionId");
        String second = shop.buy(other, product).path("data.vouchers[0].code");

        assertThat(Set.of(code, second)).isEqualTo(Set.of("ROOK-1", "ROOK-2"));
        refused(shop.buy(shop.buyer(100), product), "Out of stock");
        shop.by(buyer)
                .get("/application/purchase-history/{order}", order)
                .then()
                .body("data.vouchers[0].code", equalTo(code));
        shop.byKey().get("/application/purchase-history/{order}", order).then().body("data.vouchers", nullValue());
        shop.read(product).then().body("data.vouchers", equalTo(0));
        assertThat(records.about("rewards.events", shop.id + ":" + order).toString())
                .doesNotContain(code);
    }

    private static void refused(Response answer, String why) {
        answer.then().statusCode(409).body("message", equalTo("Conflict")).body("meta.errors[0].message", equalTo(why));
    }
}

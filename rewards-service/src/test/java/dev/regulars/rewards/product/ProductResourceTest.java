package dev.regulars.rewards.product;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.MemberRolesChanged;
import dev.regulars.events.community.CommunityEvent.MemberSuspended;
import dev.regulars.events.community.CommunityEvent.RoleDeleted;
import dev.regulars.events.identity.IdentityEvent.MemberTagged;
import dev.regulars.rewards.LedgerStub;
import dev.regulars.rewards.Shop;
import dev.regulars.testkit.IdentityStub;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ProductResourceTest {

    KafkaRecords records;
    IdentityStub identity;
    LedgerStub ledger;
    Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(identity, ledger);
    }

    @Test
    void aProductIsCreatedListedChangedAndArchived() {
        String id = shop.create(30, "stocks", 5, "description", "Wood");

        shop.byKey()
                .body(Map.of("price", 40, "description", "Oak"))
                .patch("/store/products/{id}", id)
                .then()
                .statusCode(200)
                .body("message", equalTo("Update product success."))
                .body("data.price", equalTo(40))
                .body("data.description", equalTo("Oak"))
                .body("data.stocks", equalTo(5));
        shop.byKey()
                .get("/store/products?sort=price:desc&search=CLOCK&filter=isArchived:false")
                .then()
                .statusCode(200)
                .body("meta.total", equalTo(1))
                .body("meta.skip", equalTo(0))
                .body("data[0]._id", equalTo(id));
        shop.byKey().delete("/store/products/{id}", id).then().statusCode(200).body("data.isArchived", equalTo(true));
        shop.by(shop.buyer(0)).get("/store/products").then().body("data", hasSize(0));
        shop.byKey().get("/store/products?filter=isArchived:true").then().body("data", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({
        "name, ''",
        "price, -1",
        "price, 1.5",
        "stocks, -1",
        "category, x",
        "image, ftp://x",
        "isDiscountEnabled, true",
        "nonsense, 1"
    })
    void aWrongFieldIsNamed(String field, String value) {
        Map<String, Object> body = shop.product(1);
        body.put(field, value.matches("-?[0-9.]+") ? Double.valueOf(value) : value.equals("true") ? true : value);

        String fault = shop.byKey()
                .body(body)
                .post("/store/products")
                .then()
                .statusCode(400)
                .extract()
                .path("meta.errors[0].field");
        assertThat(fault).isEqualTo(field.equals("isDiscountEnabled") ? "discountPrice" : field);
    }

    @Test
    void severalAreChangedAsJsonOrCsv() {
        String first = shop.create(1);
        String second = shop.create(2);

        shop.byKey()
                .body(List.of(Map.of("productID", first, "price", 11), Map.of("productID", second, "isArchived", true)))
                .put("/store/products/bulk")
                .then()
                .statusCode(200)
                .body("message", equalTo("Update products success."))
                .body("meta.updated", equalTo(2))
                .body("data.price", contains(11, 2));
        shop.byKey()
                .contentType("text/csv")
                .body("productID,name,price,isArchived\n" + first + ",\"Clock, big\",12,\n" + second + ",,,false\n")
                .put("/store/products/bulk")
                .then()
                .statusCode(200)
                .body("data.name", contains("Clock, big", "Chess clock"))
                .body("data.isArchived", contains(false, false));
        shop.byKey()
                .contentType("text/csv")
                .body("productID,price\n" + first + ",much\n")
                .put("/store/products/bulk")
                .then()
                .statusCode(400);
        shop.byKey()
                .body(List.of(
                        Map.of("productID", first, "price", 99),
                        Map.of("productID", new ObjectId().toHexString(), "price", 1)))
                .put("/store/products/bulk")
                .then()
                .statusCode(404);
        shop.read(first).then().body("data.price", equalTo(12));
    }

    @Test
    void aPriceFollowsRolesAndTheDiscount() {
        String gold = new ObjectId().toHexString();
        String product = shop.create(100, "prices", List.of(Map.of("role", gold, "price", 60)), "discountPrice", 80);
        String member = shop.buyer(500);
        price(member, product, 100);

        records.put(Topic.COMMUNITY, new MemberRolesChanged(shop.id, member, List.of(gold)), 2);
        await().atMost(ofSeconds(10)).untilAsserted(() -> price(member, product, 60));
        change(product, Map.of("isDiscountEnabled", true));
        price(member, product, 60);
        price(shop.buyer(0), product, 80);
        change(
                product,
                Map.of("discountStartDate", Instant.now().plusSeconds(3_600).toString()));
        price(shop.buyer(0), product, 100);
        shop.buy(member, product).then().statusCode(201).body("data.paid", equalTo(60));

        records.put(Topic.COMMUNITY, new RoleDeleted(shop.id, gold), 2);
        await().atMost(ofSeconds(10))
                .untilAsserted(() -> shop.read(product).then().body("data.prices[0].missing", equalTo(true)));
    }

    @Test
    void aPriceFollowsTags() {
        String product = shop.create(100, "prices", List.of(Map.of("tag", "vip", "price", 10)));
        String member = shop.buyer(0);

        records.put(Topic.IDENTITY, new MemberTagged(shop.id, member, List.of("vip", "early")), 2);
        await().atMost(ofSeconds(10)).untilAsserted(() -> price(member, product, 10));
        records.put(Topic.IDENTITY, new MemberTagged(shop.id, member, List.of()), 3);
        await().atMost(ofSeconds(10)).untilAsserted(() -> price(member, product, 100));
    }

    @Test
    void aLimitedProductIsForItsRolesOnly() {
        String gold = new ObjectId().toHexString();
        String product = shop.create(1, "isProductAccessEnabled", true, "productPermission", List.of(gold));
        String member = shop.buyer(10);

        shop.by(member).get("/store/products/{product}", product).then().statusCode(404);
        shop.by(member).get("/store/store-page").then().body("data.products", hasSize(0));
        shop.buy(member, product).then().statusCode(403);
        records.put(Topic.COMMUNITY, new MemberRolesChanged(shop.id, member, List.of(gold)), 2);
        await().atMost(ofSeconds(10))
                .untilAsserted(() -> shop.buy(member, product).then().statusCode(201));
        records.put(
                Topic.COMMUNITY,
                new MemberSuspended(shop.id, member, Instant.now().plusSeconds(60)),
                3);
        await().atMost(ofSeconds(10))
                .untilAsserted(() -> shop.buy(member, product).then().statusCode(403));
    }

    @Test
    void membersSeeLessThanManagers() {
        String product = shop.create(30, "stocks", 5, "redemptionInstructions", "Behind the desk");

        shop.by(shop.buyer(0))
                .get("/store/products/{product}", product)
                .then()
                .statusCode(200)
                .body("data.stocks", nullValue())
                .body("data.currentPrice", equalTo(30))
                .body("data.isAvailable", equalTo(true))
                .body("data.redemptionInstructions", nullValue())
                .body("data.totalOrders", nullValue());
    }

    @Test
    void theStockIsCountedInAndOut() {
        String product = shop.create(1, "stocks", 5);

        stock(product, -5).then().statusCode(200).body("data.stocks", equalTo(0));
        stock(product, -1).then().statusCode(409);
        stock(shop.create(1), 1).then().statusCode(409);
        stock(product, 3).then().body("data.stocks", equalTo(3));
    }

    @Test
    void theStorePageHasATag() {
        shop.create(30);
        String member = shop.buyer(12);

        var page = shop.by(member).get("/store/store-page");
        page.then()
                .statusCode(200)
                .body("data.balance", equalTo(12))
                .body("data.products", hasSize(1))
                .body("data.store.isEnabled", equalTo(true));
        assertThat(unchanged(member, page.header("ETag"))).isEqualTo(304);
        ledger.give(member, 1);
        assertThat(unchanged(member, page.header("ETag"))).isEqualTo(200);
    }

    @Test
    void categoriesAreKeptInOrder() {
        String second = category("B", 2);
        String first = category("A", 1);
        shop.create(1, "category", second);

        shop.byKey()
                .get("/store/categories?limit=1&sort=order:asc")
                .then()
                .statusCode(200)
                .body("message", equalTo("Read categories success."))
                .body("meta.total", equalTo(2))
                .body("data.name", contains("A"));
        String buyer = shop.buyer(0);
        shop.byKey().get("/store/categories?userID=" + buyer).then().body("data._id", contains(second));
        shop.byKey()
                .body(new HashMap<>(Map.of("name", "C")))
                .patch("/store/categories/{first}", first)
                .then()
                .statusCode(200)
                .body("data.name", equalTo("C"))
                .body("data.order", equalTo(1));
        shop.byKey().delete("/store/categories/{first}", first).then().statusCode(200);
        shop.byKey().get("/store/categories/{first}", first).then().statusCode(404);
        shop.byKey().get("/store/categories?sort=nothing:asc").then().statusCode(400);
    }

    private int unchanged(String member, String tag) {
        return io.restassured.RestAssured.given()
                .auth()
                .oauth2(tokenOf(member))
                .header("If-None-Match", tag)
                .get("/store/store-page")
                .statusCode();
    }

    private String tokenOf(String member) {
        return io.smallrye.jwt.build.Jwt.subject(member)
                .issuer("regulars-identity")
                .audience("regulars-internal")
                .claim("caller", "user")
                .claim("account", member)
                .claim("userId", "7")
                .claim("community", shop.id)
                .claim("level", "member")
                .expiresIn(300)
                .sign();
    }

    private String category(String name, int order) {
        return shop.byKey()
                .body(Map.of("name", name, "order", order))
                .post("/store/categories")
                .then()
                .statusCode(201)
                .extract()
                .path("data._id");
    }

    private io.restassured.response.Response stock(String product, int change) {
        return shop.byKey().body(Map.of("change", change)).post("/store/products/{product}/stock", product);
    }

    private void change(String product, Map<String, Object> change) {
        shop.byKey()
                .body(change)
                .patch("/store/products/{product}", product)
                .then()
                .statusCode(200);
    }

    private void price(String member, String product, int price) {
        shop.by(member).get("/store/products/{product}", product).then().body("data.currentPrice", equalTo(price));
    }
}

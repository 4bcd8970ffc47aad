package dev.regulars.rewards.product;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
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
import java.util.List;
import java.util.Map;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a product costs whom, and who sees it. */
@QuarkusTest
class ProductPriceTest {
    KafkaRecords records;
    IdentityStub identity;
    LedgerStub ledger;
    Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(identity, ledger);
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

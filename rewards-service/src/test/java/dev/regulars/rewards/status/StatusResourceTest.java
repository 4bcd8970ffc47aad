package dev.regulars.rewards.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import dev.regulars.rewards.LedgerStub;
import dev.regulars.rewards.Shop;
import dev.regulars.testkit.IdentityStub;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class StatusResourceTest {

    IdentityStub identity;
    LedgerStub ledger;
    Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(identity, ledger);
    }

    @Test
    void aCommunityBeginsWithAStatusOfEachCategory() {
        shop.byKey()
                .get("/integration/redemption-statuses")
                .then()
                .statusCode(200)
                .body("status", equalTo("success"))
                .body("data.category", hasItems("incomplete", "complete", "cancelled"));
    }

    @Test
    void aStatusIsCreatedReadUpdatedAndDeleted() {
        String id = create("Shipping", "incomplete");

        shop.byKey()
                .body(Map.of("name", "Sent", "category", "complete", "color", "#000000"))
                .put("/integration/redemption-statuses/{id}", id)
                .then()
                .statusCode(200)
                .body("data.category", equalTo("complete"));
        shop.byKey()
                .get("/integration/redemption-statuses/{id}", id)
                .then()
                .statusCode(200)
                .body("data.name", equalTo("Sent"));
        shop.byKey().delete("/integration/redemption-statuses/{id}", id).then().statusCode(200);
        shop.byKey().get("/integration/redemption-statuses/{id}", id).then().statusCode(404);
    }

    @Test
    void aStatusThatAnOrderHasHadStays() {
        String id = create("Shipping", "incomplete");
        String order = shop.order(shop.buyer(0), shop.create(0));
        shop.change(order, id).then().statusCode(200).body("data.status.name", equalTo("Shipping"));
        shop.change(order, shop.status("complete")).then().statusCode(200);

        shop.byKey()
                .delete("/integration/redemption-statuses/{id}", id)
                .then()
                .statusCode(409)
                .body("message", equalTo("The status is in use"));
        shop.byKey()
                .body(Map.of("name", "Shipping", "category", "cancelled", "color", "#000000"))
                .put("/integration/redemption-statuses/{id}", id)
                .then()
                .statusCode(409);
        shop.byKey()
                .delete("/integration/redemption-statuses/{id}", shop.status("incomplete"))
                .then()
                .statusCode(409);
    }

    @Test
    void aProductHasAnInitialStatusOfItsOwn() {
        String id = create("To be packed", "incomplete");
        String product = shop.create(0, "purchaseStatusOverride", Map.of("isEnabled", true, "status", id));

        shop.buy(shop.buyer(0), product).then().statusCode(201).body("data.statusId", equalTo(id));
        String gone = create("Gone", "incomplete");
        String other = shop.create(0, "purchaseStatusOverride", Map.of("isEnabled", true, "status", gone));
        shop.byKey()
                .delete("/integration/redemption-statuses/{id}", gone)
                .then()
                .statusCode(200);
        shop.buy(shop.buyer(0), other).then().statusCode(201).body("data.status.name", equalTo("Pending"));
    }

    @ParameterizedTest
    @CsvSource({"name, ''", "category, done", "color, blue"})
    void aWrongFieldIsNamed(String field, String value) {
        var body =
                new HashMap<String, Object>(Map.of("name", "Shipping", "category", "incomplete", "color", "#3EA1FD"));
        body.put(field, value);

        String message = shop.byKey()
                .body(body)
                .post("/integration/redemption-statuses")
                .then()
                .statusCode(400)
                .extract()
                .path("message");
        assertThat(message).startsWith(field);
    }

    @Test
    void othersSeeNothing() {
        String id = create("Shipping", "incomplete");

        new Shop(identity, ledger)
                .byKey()
                .get("/integration/redemption-statuses/{id}", id)
                .then()
                .statusCode(404);
        shop.by(shop.buyer(0))
                .get("/integration/redemption-statuses")
                .then()
                .statusCode(401)
                .body("message", equalTo("Insufficient permission"));
    }

    private String create(String name, String category) {
        return shop.byKey()
                .body(Map.of("name", name, "category", category, "color", "#3EA1FD"))
                .post("/integration/redemption-statuses")
                .then()
                .statusCode(201)
                .extract()
                .path("data._id");
    }
}

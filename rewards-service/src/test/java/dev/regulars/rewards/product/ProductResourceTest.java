package dev.regulars.rewards.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.regulars.rewards.LedgerStub;
import dev.regulars.rewards.Shop;
import dev.regulars.testkit.IdentityStub;
import io.quarkus.test.junit.QuarkusTest;
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
    void theStockIsCountedInAndOut() {
        String product = shop.create(1, "stocks", 5);

        stock(product, -5).then().statusCode(200).body("data.stocks", equalTo(0));
        stock(product, -1).then().statusCode(409);
        stock(shop.create(1), 1).then().statusCode(409);
        stock(product, 3).then().body("data.stocks", equalTo(3));
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

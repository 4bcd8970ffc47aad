package dev.regulars.rewards;

import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.user;

import dev.regulars.testkit.IdentityStub;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import org.bson.types.ObjectId;

/** A community of one test with its store. */
public final class Shop {

    public final String id = new ObjectId().toHexString();
    private final IdentityStub identity;
    private final LedgerStub ledger;

    public Shop(IdentityStub identity, LedgerStub ledger) {
        this.identity = identity;
        this.ledger = ledger;
    }

    public RequestSpecification byKey() {
        return key(id, "store", "redemption");
    }

    public RequestSpecification by(String account) {
        return user(account, id, "member");
    }

    /** A member with coins. */
    public String buyer(long coins) {
        String account = new ObjectId().toHexString();
        identity.add(id, account, "7", "buyer" + account.substring(16));
        ledger.give(account, coins);
        return account;
    }

    public Map<String, Object> product(long price) {
        return new HashMap<>(Map.of("name", "Chess clock", "price", price));
    }

    /** Creates a product; more than its price in pairs. */
    public String create(long price, Object... more) {
        Map<String, Object> product = product(price);
        for (int i = 0; i < more.length; i += 2) {
            product.put((String) more[i], more[i + 1]);
        }
        return byKey().body(product)
                .post("/store/products")
                .then()
                .statusCode(201)
                .extract()
                .path("data._id");
    }

    public Response buy(String account, String product) {
        return buy(account, product, Map.of());
    }

    public Response buy(String account, String product, Map<String, Object> body) {
        return by(account).body(body).post("/store/products/{product}/purchases", product);
    }

    public Response buyOnce(String account, String product, String key, Map<String, Object> body) {
        return by(account)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/store/products/{product}/purchases", product);
    }

    /** Buys one piece; returns the id of the order. */
    public String order(String account, String product) {
        return buy(account, product).then().statusCode(201).extract().path("data.transactionId");
    }

    public Response read(String product) {
        return byKey().get("/store/products/{product}", product);
    }

    public Integer stocks(String product) {
        return read(product).path("data.stocks");
    }

    public String status(String category) {
        return byKey().get("/integration/redemption-statuses")
                .path("data.find { it.category == '" + category + "' }._id");
    }

    public Response change(String order, String status) {
        return byKey().body(Map.of("transactionId", order, "statusId", status))
                .put("/integration/redemption-transactions/status");
    }

    public Response refund(String order, Map<String, Object> body) {
        return byKey().body(body).post("/application/redemption-transactions/{order}/refunds", order);
    }
}

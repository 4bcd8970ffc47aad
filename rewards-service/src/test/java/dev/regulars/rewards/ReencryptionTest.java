package dev.regulars.rewards;

import static dev.regulars.testkit.Tokens.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.crypto.MasterKey;
import dev.regulars.testkit.IdentityStub;
import dev.regulars.testkit.RealServers;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReencryptionTest {

    private static final MasterKey PREVIOUS = new MasterKey(RealServers.FURTHER_MASTER_KEY, Optional.empty());

    IdentityStub identity;
    LedgerStub ledger;

    @Inject
    ReactiveMongoClient mongo;

    @Test
    void codesAreEncryptedAndFollowTheMasterKey() {
        var shop = new Shop(identity, ledger);
        String product = shop.create(0);
        add(shop, product, 1);
        Document stored = vouchers()
                .find(new Document("productId", product))
                .toUni()
                .await()
                .indefinitely();
        assertThat(stored.toJson()).doesNotContain("ROOK-SECRET");
        vouchers()
                .updateOne(
                        new Document("_id", stored.get("_id")),
                        new Document(
                                "$set",
                                new Document("code", PREVIOUS.encrypt("ROOK-SECRET"))
                                        .append("codeHash", PREVIOUS.keyedHash("vouchers", product + ":ROOK-SECRET"))))
                .await()
                .indefinitely();

        service("operator")
                .post("/internal/secrets/renew")
                .then()
                .statusCode(200)
                .body("renewed", equalTo(1));

        Document renewed = vouchers()
                .find(new Document("_id", stored.get("_id")))
                .toUni()
                .await()
                .indefinitely();
        assertThat(renewed.get("codeHash")).isEqualTo(stored.get("codeHash"));
        add(shop, product, 0);
        shop.buy(shop.buyer(0), product).then().body("data.vouchers[0].code", equalTo("ROOK-SECRET"));
    }

    private static void add(Shop shop, String product, int added) {
        shop.byKey()
                .body(Map.of("codes", List.of("ROOK-SECRET")))
                .post("/store/products/{product}/vouchers", product)
                .then()
                .statusCode(201)
                .body("data.added", equalTo(added));
    }

    private ReactiveMongoCollection<Document> vouchers() {
        return mongo.getDatabase("rewards").getCollection("vouchers");
    }
}

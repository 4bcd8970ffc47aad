package dev.regulars.identity.accounts.signing;

import static dev.regulars.identity.TestAccounts.json;
import static dev.regulars.testkit.Tokens.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.bson.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SigningKeysTest {

    @TestHTTPResource("/internal/jwks")
    URI jwks;

    @Inject
    SigningKeys keys;

    @Inject
    ReactiveMongoClient mongo;

    @Test
    void privateKeysAreStoredEncrypted() {
        String kept = mongo.getDatabase("identity")
                .getCollection("signingKeys")
                .find(new Document("_id", "all"))
                .toUni()
                .await()
                .indefinitely()
                .toJson();

        assertThat(kept).contains(keys.signing().getKeyId()).doesNotContain("\"kty\"", "\"d\"");
        assertThat(json().get(jwks).asString()).contains("\"kty\"").doesNotContain("\"d\"", "\"p\"");
    }

    @Test
    void onlyServicesCanRotate() {
        key("f".repeat(24), "members")
                .post("/internal/signing-keys/rotate")
                .then()
                .statusCode(401);
    }
}

package dev.regulars.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.gateway.UpstreamExtension;
import dev.regulars.gateway.UpstreamServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A service closes the connection instead of its first response, as one that stops may do. */
@QuarkusTest
@ExtendWith(UpstreamExtension.class)
class RetryInterceptorTest {

    @Test
    void readsAreSentAgain() {
        closing().get("/v1/users/info").then().statusCode(200).body("method", equalTo("GET"));
    }

    @Test
    void writesWithAKeyAreSentAgainWithTheirBody() {
        closing()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"name\":\"Ana\"}")
                .post("/v1/users")
                .then()
                .statusCode(200)
                .body("body", equalTo("{\"name\":\"Ana\"}"));
    }

    @Test
    void whoeverWritesWithoutAKeyDecidesThemselves() {
        closing().body("{}").post("/v1/users").then().statusCode(503);
    }

    private static RequestSpecification closing() {
        return given().header("Authorization", "Bearer good-retry")
                .contentType("application/json")
                .header(UpstreamServer.CLOSE_ONCE, UUID.randomUUID().toString());
    }
}

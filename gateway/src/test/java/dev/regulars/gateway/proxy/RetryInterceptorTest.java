package dev.regulars.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.gateway.PooledClient;
import dev.regulars.gateway.UpstreamExtension;
import dev.regulars.gateway.UpstreamServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A service closes the connection instead of its first response, as one that stops may do. */
@QuarkusTest
@ExtendWith(UpstreamExtension.class)
class RetryInterceptorTest {

    private static final int MESSAGING_PORT = 28_083;

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

    @Test
    void aConnectionMayBeResetWhileARequestIsWritten() throws IOException {
        try (var unused = new ResettingServer(MESSAGING_PORT)) {
            for (int i = 0; i < 1_000; i++) {
                assertThat(PooledClient.send("GET", "/v1/messages/search?q=" + i)
                                .statusCode())
                        .as("request %d", i)
                        .isEqualTo(200);
            }
        }
    }

    private static RequestSpecification closing() {
        return given().header("Authorization", "Bearer good-retry")
                .contentType("application/json")
                .header(UpstreamServer.CLOSE_ONCE, UUID.randomUUID().toString());
    }
}

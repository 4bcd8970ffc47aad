package dev.regulars.gateway.portal;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiEndpointTest {

    @Test
    void theWholeApiIsDescribedInOneDocument() {
        given().get("/openapi.json")
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("application/json"))
                .body("openapi", equalTo("3.1.0"))
                .body("paths.'/v1/webhooks'.post.responses.'201'", notNullValue())
                .body("paths.'/api/v1/auth/login'.post.security", equalTo(java.util.List.of()));
    }
}

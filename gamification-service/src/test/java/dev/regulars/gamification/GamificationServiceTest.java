package dev.regulars.gamification;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** No operation yet; what every service does, this one does. */
@QuarkusTest
class GamificationServiceTest {

    @Test
    void itIsAliveReadyAndDescribesItself() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("info.title", equalTo("gamification-service"));
    }

    @Test
    void anUnknownPathIsNotFoundInTheFamilysWords() {
        given().get("/application/nothing")
                .then()
                .statusCode(404)
                .body("meta.statusCode", equalTo(404))
                .body("message", equalTo("Not Found"));
    }
}

package dev.regulars.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.regulars.testkit.ManagementInterface;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RequestMetricsTest {

    @Test
    void requestsAreCountedByRouteNotByPath() {
        given().get("/v1/webhooks/4711").then().statusCode(503);
        given().get("/nowhere/4711").then().statusCode(404);

        ManagementInterface.get("/q/metrics")
                .then()
                .body(
                        containsString(
                                "gateway_requests_seconds_count{route=\"/v1/webhooks/{id}\",service=\"webhook\",status=\"5xx\"}"))
                .body(containsString("gateway_requests_seconds_count{route=\"none\",service=\"none\",status=\"4xx\"}"))
                .body(not(containsString("4711")));
    }
}

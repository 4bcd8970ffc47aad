package dev.regulars.gateway.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.gateway.RawConnection;
import dev.regulars.gateway.UpstreamExtension;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Cases g8 and g11. */
@QuarkusTest
@ExtendWith(UpstreamExtension.class)
class ResponseHeadersTest {

    private static final String PROBLEM = "application/problem+json";

    @Test
    void g11NoResponseIsStoredOrSniffed() throws IOException {
        isProtected(given().header("Authorization", "Bearer good")
                .post("/v1/users")
                .then()
                .statusCode(200));
        isProtected(given().post("/nowhere").then().statusCode(404));
        isProtected(given().get("/v1/webhooks").then().statusCode(503));
        given().get("/openapi.json").then().header("X-Content-Type-Options", "nosniff");
        assertThat(RawConnection.exchange("GET /v1/users HTTP/1.1\r\n\r\n"))
                .containsIgnoringCase("x-content-type-options: nosniff\r\n")
                .containsIgnoringCase("cache-control: no-store\r\n");
    }

    @Test
    void g8RefusalsAreProblemsForClientsThatAcceptThem() {
        for (String accept : new String[] {PROBLEM, "application/json;q=0.5, " + PROBLEM}) {
            given().accept(accept)
                    .post("/v1/nowhere")
                    .then()
                    .statusCode(404)
                    .header("Content-Type", equalTo(PROBLEM))
                    .body("status", equalTo(404))
                    .body("title", equalTo("Not Found"));
        }
        given().accept(PROBLEM)
                .get("/v1/webhooks")
                .then()
                .statusCode(503)
                .header("Content-Type", equalTo(PROBLEM))
                .header("Retry-After", containsString("2"));
    }

    @Test
    void g8TheServiceReadsWhatTheClientAccepts() {
        given().accept(PROBLEM)
                .header("Authorization", "Bearer good")
                .post("/v1/users")
                .then()
                .statusCode(200)
                .body("accept", equalTo(PROBLEM));
    }

    @Test
    void refusalsOfTheGatewayHaveAnErrorCode() throws IOException {
        given().post("/nowhere").then().statusCode(404).header("X-Error-Code", equalTo("route_not_found"));
        given().post("/openapi.json").then().statusCode(405).header("X-Error-Code", equalTo("method_not_allowed"));
        given().get("/v1/webhooks").then().statusCode(503).header("X-Error-Code", equalTo("unavailable"));
        given().body(new byte[2 << 20]).post("/v1/users").then().header("X-Error-Code", equalTo("too_large"));
        given().body("{}")
                .post("/v1/users")
                .then()
                .statusCode(401)
                .header("X-Error-Code", equalTo("credential_invalid"))
                .header("WWW-Authenticate", equalTo("Bearer error=\"invalid_token\""));
        assertThat(RawConnection.exchange("GET /v1/users HTTP/1.1\r\n\r\n"))
                .containsIgnoringCase("x-error-code: request_malformed\r\n");
    }

    private static void isProtected(ValidatableResponse response) {
        response.header("X-Content-Type-Options", equalTo("nosniff")).header("Cache-Control", equalTo("no-store"));
        assertThat(response.extract().headers().getValues("Cache-Control")).hasSize(1);
        assertThat(response.extract().headers().getValues("X-Request-Id")).hasSize(1);
    }
}

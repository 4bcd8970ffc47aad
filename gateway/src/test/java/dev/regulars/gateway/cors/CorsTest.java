package dev.regulars.gateway.cors;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.gateway.UpstreamServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CorsTest {

    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

    static UpstreamServer upstream;

    final String origin = "https://" + UUID.randomUUID() + ".example.com";

    @BeforeAll
    static void open() throws IOException {
        upstream = new UpstreamServer();
    }

    @AfterAll
    static void close() {
        upstream.close();
    }

    @Test
    void aPreflightIsAllowedWhereAnybodyListsTheOrigin() {
        upstream.listedOrigins.add(origin);
        preflight("/v1/users/info", "POST")
                .statusCode(204)
                .header(ALLOW_ORIGIN, equalTo(origin))
                .header("Access-Control-Allow-Methods", equalTo("POST"))
                .header("Access-Control-Allow-Headers", containsString("Authorization"))
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Vary", containsString("Origin"));
    }

    @Test
    void aPreflightOfAnotherOriginGetsThePlainAnswer() {
        preflight("/v1/users/info", "POST")
                .header(ALLOW_ORIGIN, nullValue())
                .header("Access-Control-Allow-Methods", nullValue());
        preflight("/v1/nothing", "POST").statusCode(404).header(ALLOW_ORIGIN, nullValue());
    }

    @Test
    void anAnswerCanBeReadOnlyWhereTheCallersOwnCommunityListsTheOrigin() {
        upstream.listedOrigins.add(origin); // by another community
        upstream.origins = List.of();
        call("good-" + UUID.randomUUID()).header(ALLOW_ORIGIN, nullValue()).header("Vary", containsString("Origin"));

        upstream.origins = List.of(origin);
        call("good-" + UUID.randomUUID())
                .header(ALLOW_ORIGIN, equalTo(origin))
                .header("Access-Control-Expose-Headers", containsString("X-Error-Code"))
                .header("Access-Control-Allow-Credentials", nullValue());
    }

    @Test
    void aCallWithoutCallerCanBeReadByWhoeverIsListed() {
        call("bad").header(ALLOW_ORIGIN, nullValue());
        String listed = "https://listed-" + UUID.randomUUID() + ".example.com";
        upstream.listedOrigins.add(listed);
        given().header("Origin", listed).post("/v1/auth/login").then().header(ALLOW_ORIGIN, equalTo(listed));
    }

    @Test
    void whatIsNoOriginIsNotLookedFor() {
        for (String odd : List.of("null", "file://", "*", "https://" + "a".repeat(400))) {
            given().header("Origin", odd)
                    .post("/v1/auth/login")
                    .then()
                    .statusCode(200)
                    .header(ALLOW_ORIGIN, nullValue());
        }
    }

    private ValidatableResponse preflight(String path, String method) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .options(path)
                .then();
    }

    private ValidatableResponse call(String credential) {
        return given().header("Origin", origin)
                .header("Authorization", "Bearer " + credential)
                .post("/v1/users/info")
                .then();
    }
}

package dev.regulars.community;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.smallrye.jwt.build.Jwt;
import org.junit.jupiter.api.Test;

/** What a service remembers of its callers is no reason to let one in for longer. */
@QuarkusTest
class VerifiedTokenCacheTest {

    @Test
    void aTokenThatIsKnownIsRefusedWhenItHasEnded() {
        String token = Jwt.subject("0".repeat(24))
                .issuer("regulars-identity")
                .audience("regulars-internal")
                .claim("caller", "user")
                .claim("account", "0".repeat(24))
                .claim("userId", "7")
                .claim("level", "application")
                .expiresIn(3)
                .sign();

        for (int i = 0; i < 2; i++) {
            create(token, 200);
        }

        await().atMost(ofSeconds(20)).untilAsserted(() -> create(token, 401));
    }

    private static void create(String token, int status) {
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("{\"name\":\"Known\"}")
                .post("/system/servers")
                .then()
                .statusCode(status);
    }
}

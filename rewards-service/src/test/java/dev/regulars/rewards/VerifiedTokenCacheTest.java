package dev.regulars.rewards;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the service remembers of its callers is no reason to let one in for longer. */
@QuarkusTest
class VerifiedTokenCacheTest {

    @Test
    void aTokenThatIsKnownIsRefusedWhenItHasEnded() {
        String token = Jwt.subject("key")
                .issuer("regulars-identity")
                .audience("regulars-internal")
                .claim("caller", "key")
                .claim("account", "0".repeat(24))
                .claim("userId", "7")
                .claim("community", "c".repeat(24))
                .claim("permissions", List.of("store"))
                .expiresIn(3)
                .sign();

        for (int i = 0; i < 2; i++) {
            read(token, 200);
        }

        await().atMost(ofSeconds(20)).untilAsserted(() -> read(token, 401));
    }

    private static void read(String token, int status) {
        given().auth().oauth2(token).get("/store/stores").then().statusCode(status);
    }
}

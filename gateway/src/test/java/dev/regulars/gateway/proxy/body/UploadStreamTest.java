package dev.regulars.gateway.proxy.body;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.gateway.UpstreamExtension;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files that are too large to be held. */
@QuarkusTest
@ExtendWith(UpstreamExtension.class)
class UploadStreamTest {

    private static final int MIB = 1 << 20;

    @Test
    void aFileIsForwardedWholeUpToTheLimitOfItsRoute() {
        upload("/v1/users/bulk-update", 17 * MIB)
                .then()
                .statusCode(200)
                .body("length", equalTo(17 * MIB))
                .body("authorization", equalTo("Bearer token-good-null"));
        upload("/v1/users/bulk-update", 101 * MIB)
                .then()
                .statusCode(413)
                .body("message", equalTo("body exceeds 100 MiB"));
        upload("/v1/users/avatar", 17 * MIB).then().statusCode(413);
    }

    private static io.restassured.response.Response upload(String path, int bytes) {
        return given().header("Authorization", "Bearer good")
                .contentType("application/octet-stream")
                .body(new byte[bytes])
                .post(path);
    }
}

package dev.regulars.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.gateway.UpstreamServer;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ProxyChainTest {

    static UpstreamServer upstream;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @BeforeAll
    static void open() throws IOException {
        upstream = new UpstreamServer();
    }

    @AfterAll
    static void close() {
        upstream.close();
    }

    @Test
    void aValidCredentialIsExchangedAndInternalHeadersAreStripped() {
        given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer good")
                .header("X-Regulars-Client-Address", "6.6.6.6")
                .header("x-regulars-refused", "nothing")
                .header("X-Request-Id", "mine-1")
                .contentType("application/json")
                .body("{\"idOrEmail\":\"1\"}")
                .post("/v1/users/info?a=b%20c")
                .then()
                .statusCode(200)
                .header("X-Request-Id", equalTo("mine-1"))
                .body("uri", equalTo("/integration/users/info?a=b%20c"))
                .body("authorization", equalTo("Bearer token-good-null"))
                .body("clientAddress", equalTo("127.0.0.1"))
                .body("refused", nullValue())
                .body("body", equalTo("{\"idOrEmail\":\"1\"}"));
        assertThat(upstream.requestId).isEqualTo("mine-1");
    }

    @Test
    void rocketChatsPairIsExchangedAndNotForwarded() {
        given().header("X-Auth-Token", "good-pair")
                .header("X-User-Id", "one")
                .get("/api/v1/users.info?userId=a")
                .then()
                .statusCode(200)
                .body("uri", equalTo("/rocketchat/users.info?userId=a"))
                .body("authorization", equalTo("Bearer token-good-pair-null"));
        given().header("Authorization", "Bearer good")
                .get("/api/v1/users.info?userId=a")
                .then()
                .body("authorization", nullValue());
    }

    @Test
    void permissionThatAKeyNeededIsReportedAndHidden() {
        upstream.usedPermission = "key-1 store";
        given().header("Authorization", "Bearer good")
                .post("/v1/users")
                .then()
                .statusCode(200)
                .header("X-Regulars-Used", nullValue());
        upstream.usedPermission = "";

        await().atMost(Duration.ofSeconds(15)).until(() -> upstream.uses.contains("key-1 store"));
    }

    @Test
    void anInvalidCredentialIsRemovedAndReportedToTheService() {
        given().header("Authorization", "Bearer bad")
                .header("X-Request-Id", "not valid <>")
                .post("/v1/users")
                .then()
                .statusCode(200)
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"))
                .body("authorization", nullValue())
                .body("refused", equalTo("authorization"));
        given().header("x-api-key", "bad").post("/api/v1/servers").then().body("refused", equalTo("x-api-key"));
    }

    @Test
    void theExchangeNamesTheCommunityOfThePathOrQuery() {
        given().header("Authorization", "Bearer good")
                .post("/v1/communities/c1/api-keys")
                .then()
                .body("authorization", equalTo("Bearer token-good-c1"));
        given().header("Authorization", "Bearer good")
                .post("/v1/users?communityId=c2")
                .then()
                .body("authorization", equalTo("Bearer token-good-c2"));
    }

    @Test
    void theClientAddressIsTakenFromATrustedProxy() {
        given().header("X-Forwarded-For", "203.0.113.9")
                .post("/v1/users")
                .then()
                .body("clientAddress", equalTo("203.0.113.9"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/nothing, message, Not Found",
        "/api/v1/apis/v1/nothing, message, Not Found",
        "/api/v1/nothing, meta.message, Not Found",
        "/v2/api/nothing, message, Not Found",
        "/internal/credentials/resolve, message, Not Found",
    })
    void anUnknownPathIsNotFoundInTheFormatOfItsFamily(String path, String where, String message) {
        given().header("Authorization", "Bearer bad")
                .post(path)
                .then()
                .statusCode(404)
                .body(where, equalTo(message));
    }

    @Test
    void aBodyDeclaredTooLargeIsRefusedFirst() {
        given().header("Authorization", "Bearer bad")
                .body(new byte[2 << 20])
                .post("/v1/nothing")
                .then()
                .statusCode(413)
                .body("message", equalTo("body exceeds 1 MiB"));
    }

    @Test
    void aChunkedBodyIsCountedAndForwardedUpToTheLimit() throws IOException {
        assertThat(chunked(3, 500_000)).startsWith("HTTP/1.1 413").contains("body exceeds 1 MiB");
        assertThat(chunked(3, 1_000)).startsWith("HTTP/1.1 200").contains("\"length\":3000");
    }

    @Test
    void anUnreachableServiceIsUnavailableInTheFormatOfItsFamily() {
        given().post("/v1/webhooks")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("meta.statusCode", equalTo(503))
                .body("message", equalTo("Service Unavailable"));
    }

    @Test
    void aResponseThatBreaksOffIsUnavailable() {
        given().header(UpstreamServer.BREAK_OFF, "yes")
                .post("/v1/users/info")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("message", equalTo("Service Unavailable"));
    }

    private String chunked(int chunks, int size) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            var out = socket.getOutputStream();
            out.write(("POST /v1/auth/login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < chunks; i++) {
                out.write((Integer.toHexString(size) + "\r\n" + " ".repeat(size) + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

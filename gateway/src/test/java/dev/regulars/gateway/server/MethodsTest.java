package dev.regulars.gateway.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.regulars.gateway.RawConnection;
import dev.regulars.gateway.UpstreamExtension;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases g3, g4, g5 and g14. */
@QuarkusTest
@ExtendWith(UpstreamExtension.class)
class MethodsTest {

    private static final String UPGRADE =
            "Host: localhost\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

    @Test
    void g3HeadIsGetWithoutABody() {
        String length =
                given().get("/openapi.json").then().statusCode(200).extract().header("Content-Length");

        given().head("/openapi.json")
                .then()
                .statusCode(200)
                .header("Content-Length", length)
                .body(emptyString());
    }

    @Test
    void g3OptionsAndTheRefusalOfOtherMethodsNameTheSameMethods() {
        given().options("/openapi.json").then().statusCode(204).header("Allow", "GET, HEAD, OPTIONS");
        for (String method : new String[] {"POST", "PUT", "PATCH", "DELETE", "TRACE", "BREW"}) {
            given().request(method, "/openapi.json")
                    .then()
                    .statusCode(405)
                    .header("Allow", "GET, HEAD, OPTIONS")
                    .body("message", equalTo("Method Not Allowed"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"websocket", "WebSocket", "h2c, websocket"})
    void g4AnUpgradeToWebSocketIsRefused(String protocol) throws IOException {
        String headers = UPGRADE + "Upgrade: " + protocol + "\r\n\r\n";

        assertThat(RawConnection.exchange("GET /v1/webhooks HTTP/1.1\r\n" + headers))
                .startsWith("HTTP/1.1 400")
                .containsIgnoringCase("x-request-id: ")
                .contains("Upgrade must be left out");
        assertThat(RawConnection.exchange("GET /nowhere HTTP/1.1\r\n" + headers))
                .startsWith("HTTP/1.1 404")
                .contains("\"message\":\"Not Found\"");
        assertThat(RawConnection.exchange("GET /internal/jwks HTTP/1.1\r\n" + headers))
                .startsWith("HTTP/1.1 404");
    }

    @Test
    void g4AnUpgradeToAnythingElseIsIgnored() throws IOException {
        assertThat(RawConnection.exchange("POST /v1/users HTTP/1.1\r\n" + UPGRADE + "Upgrade: TLS/1.3\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/q", "/q/health", "/q/health/ready", "/q/metrics", "/q/openapi", "/q/swagger-ui", "/q/dev"})
    void g5ManagementIsNotOnThePublicPort(String path) {
        given().get(path).then().statusCode(404).body("message", equalTo("Not Found"));
    }

    @Test
    void g14ConnectIsRefused() throws IOException {
        assertThat(RawConnection.exchange("CONNECT localhost:80 HTTP/1.1\r\nHost: localhost:80\r\n\r\n"))
                .startsWith("HTTP/1.1 405")
                .containsIgnoringCase("allow: DELETE, GET, HEAD");
    }

    @Test
    void aHeadRequestIsForwardedAsOne() {
        given().head("/v1/users").then().statusCode(200).header("Content-Length", not(equalTo("0")));
    }
}

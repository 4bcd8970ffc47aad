package dev.regulars.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.gateway.RawConnection;
import dev.regulars.gateway.UpstreamExtension;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Case g2, with all others of its kind: what a server refuses before any of our code is asked. */
@QuarkusTest
@ExtendWith(UpstreamExtension.class)
class MalformedRequestTest {

    private static final String HOST = "Host: localhost\r\n";

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("no Host", get("/v1/users", ""), 400),
                Arguments.of("two Hosts", get("/v1/users", HOST + HOST), 400),
                Arguments.of("two different Hosts", get("/v1/users", HOST + "Host: example.com\r\n"), 400),
                Arguments.of("empty Host", get("/v1/users", "Host:\r\n"), 400),
                Arguments.of("invalid Host", get("/v1/users", "Host: a b\r\n"), 400),
                Arguments.of("target without slash", get("v1/users", HOST), 400),
                Arguments.of("target of another scheme", get("ftp://localhost/v1/users", HOST), 400),
                Arguments.of("asterisk", get("*", HOST), 400),
                Arguments.of("fragment", get("/v1/users#a", HOST), 400),
                Arguments.of("character outside of URIs", get("/v1/users?a=|", HOST), 400),
                Arguments.of("byte outside of ASCII", get("/v1/users?a=\u00e9", HOST), 400),
                Arguments.of("bad escape in the path", get("/v1/webhooks/%zz", HOST), 400),
                Arguments.of("bad escape in the query", get("/v1/users?a=%2", HOST), 400),
                Arguments.of("too long target", get("/v1/users?" + "a".repeat(5_000), HOST), 414),
                Arguments.of("too long line", get("/v1/users?" + "a".repeat(33_000), HOST), 414),
                Arguments.of("too long header", get("/v1/users", HOST + "A: " + "a".repeat(17_000) + "\r\n"), 431),
                Arguments.of("header without colon", get("/v1/users", HOST + "nothing\r\n"), 400),
                Arguments.of("blank before the colon", get("/v1/users", HOST + "A : b\r\n"), 400),
                Arguments.of("NUL in a header", get("/v1/users", HOST + "A: \0\r\n"), 400),
                Arguments.of("unknown coding", post(HOST + "Transfer-Encoding: gzip\r\n"), 400),
                Arguments.of("codings", post(HOST + "Transfer-Encoding: gzip, chunked\r\n"), 400),
                Arguments.of("chunked twice", post(HOST + "Transfer-Encoding: chunked, chunked\r\n"), 400),
                Arguments.of("length that is no number", post(HOST + "Content-Length: x\r\n"), 400),
                Arguments.of("two lengths", post(HOST + "Content-Length: 1\r\nContent-Length: 2\r\n"), 400),
                Arguments.of("unknown version", "GET /v1/users HTTP/1.7\r\n" + HOST + "\r\n", 400),
                Arguments.of("no request line", "nothing at all\r\n\r\n", 400));
    }

    @ParameterizedTest(name = "g2 {0}")
    @MethodSource("malformed")
    void g2AMalformedRequestIsRefusedInTheFormatOfItsFamily(String what, String request, int status)
            throws IOException {
        String response = RawConnection.exchange(request);

        assertThat(response)
                .as(what)
                .containsPattern("\\AHTTP/1\\.\\d " + status + " ")
                .containsPattern("(?i)x-request-id: [0-9a-f-]{36}\r\n")
                .containsIgnoringCase("content-type: application/json\r\n")
                .contains("{\"status\":\"error\",\"message\":\"");
        assertThat(response.split("HTTP/1\\.\\d "))
                .as(what + " is answered once")
                .hasSize(2);
    }

    @Test
    void g2TheFamilyIsThatOfThePath() throws IOException {
        assertThat(RawConnection.exchange("GET /api/v1/servers HTTP/1.1\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("\"meta\":{\"success\":false,\"message\":\"Bad Request\"");
        assertThat(RawConnection.exchange("GET /v1/webhooks HTTP/1.1\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("\"statusCode\":400")
                .contains("\"message\":\"Bad Request\"}");
        assertThat(RawConnection.exchange(get("/v1/webhooks?cursor=" + "a".repeat(24_000), HOST)))
                .startsWith("HTTP/1.1 414")
                .contains("\"statusCode\":414");
    }

    @Test
    void g2AMalformedChunkIsRefused() throws IOException {
        String response = RawConnection.exchange(
                "POST /v1/auth/login HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n");

        assertThat(response).startsWith("HTTP/1.1 400").contains("\"message\":\"Bad Request\"");
    }

    @Test
    void requestsThatAreUnusualButWellFormedAreServed() throws IOException {
        assertThat(RawConnection.exchange("POST http://elsewhere/v1/users?a=b HTTP/1.1\r\n" + HOST + "\r\n"))
                .startsWith("HTTP/1.1 200")
                .contains("\"uri\":\"/integration/users?a=b\"");
        assertThat(RawConnection.exchange("POST /v1/users HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.0 200");
        assertThat(RawConnection.exchange("OPTIONS * HTTP/1.1\r\n" + HOST + "\r\n"))
                .startsWith("HTTP/1.1 204")
                .containsIgnoringCase("allow: DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT\r\n");
        assertThat(RawConnection.exchange("POST /v1/users HTTP/1.1\r\n" + HOST
                        + "Transfer-Encoding: Chunked\r\nAuthorization: Bearer good\r\n\r\n2\r\n{}\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 200")
                .contains("\"length\":2");
    }

    /** CVE-2026-33870: a line break inside of a quoted chunk extension. */
    @Test
    void g6ARequestInsideOfAChunkExtensionIsNotServed() throws IOException {
        String smuggled = "POST /v1/auth/login HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\n"
                + "1;a=\"\r\nX\r\n0\r\n\r\nGET /openapi.json HTTP/1.1\r\n" + HOST + "\r\n";

        assertThat(RawConnection.exchange(smuggled)).doesNotContain("\"openapi\"");
    }

    @Test
    void aRequestInSmallPiecesIsServed() throws IOException, InterruptedException {
        try (var connection = new RawConnection()) {
            for (String piece : "POST /v1/users HTTP/1.1\r\nHost: localhost\r\n\r\n".split("(?<=\n)")) {
                connection.send(piece);
                Thread.sleep(50);
            }
            assertThat(connection.read(Duration.ofSeconds(1))).startsWith("HTTP/1.1 200");
        }
    }

    private static String get(String target, String headers) {
        return "GET " + target + " HTTP/1.1\r\n" + headers + "\r\n";
    }

    private static String post(String headers) {
        return "POST /v1/users HTTP/1.1\r\n" + headers + "\r\n";
    }
}

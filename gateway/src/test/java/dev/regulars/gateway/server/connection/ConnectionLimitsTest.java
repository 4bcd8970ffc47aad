package dev.regulars.gateway.server.connection;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.gateway.RawConnection;
import dev.regulars.gateway.UpstreamExtension;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Case g7. The bounds are those of the tests' application.properties. */
@QuarkusTest
@ExtendWith(UpstreamExtension.class)
class ConnectionLimitsTest {

    private static final String LOGIN = "POST /v1/auth/login HTTP/1.1\r\nHost: localhost\r\n";

    @Test
    void g7AConnectionThatSendsNothingIsClosed() throws IOException {
        try (var connection = new RawConnection()) {
            assertThat(connection.closesWithin(ofSeconds(8))).isTrue();
        }
    }

    @Test
    void g7AHeaderThatComesByteByByteIsCutOff() throws IOException, InterruptedException {
        try (var connection = new RawConnection()) {
            connection.send("GET /v1/users HTTP/1.1\r\nHost: ");
            for (int i = 0; i < 4; i++) {
                Thread.sleep(500);
                connection.send("a");
            }
            assertThat(connection.closesWithin(ofSeconds(2))).isTrue();
        }
    }

    @Test
    void g7ABodyThatDoesNotComeIsCutOff() throws IOException {
        for (String framing : List.of("Content-Length: 10\r\n\r\n{", "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n")) {
            try (var connection = new RawConnection()) {
                connection.send(LOGIN + framing);

                assertThat(connection.read(ofSeconds(6)))
                        .startsWith("HTTP/1.1 408")
                        .contains("\"message\":\"Request Timeout\"");
            }
        }
    }

    @Test
    void g7NoBodyIsReadWithoutACredential() throws IOException {
        String headers = "POST /v1/users HTTP/1.1\r\nHost: localhost\r\n";
        for (String credential : List.of("", "Authorization: Bearer bad\r\n")) {
            for (String framing : List.of("Content-Length: 10\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n")) {
                assertThat(RawConnection.exchange(headers + credential + framing))
                        .startsWith("HTTP/1.1 401")
                        .contains("\"message\":\"Invalid token\"");
            }
        }
        assertThat(RawConnection.exchange("POST /nowhere HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n"))
                .startsWith("HTTP/1.1 404");
    }

    @Test
    void g7AllBodiesTogetherAreBounded() throws IOException {
        List<RawConnection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                var connection = new RawConnection();
                connections.add(connection);
                connection.send(LOGIN + "Content-Length: 1048576\r\n\r\n");
                connection.send(new byte[1_000_000]);
            }
            List<String> responses = new ArrayList<>();
            for (RawConnection connection : connections) {
                responses.add(connection.read(ofSeconds(4)));
            }
            assertThat(responses)
                    .anySatisfy(response ->
                            assertThat(response).startsWith("HTTP/1.1 503").containsIgnoringCase("retry-after: "));
        } finally {
            for (RawConnection connection : connections) {
                connection.close();
            }
        }
        await().atMost(ofSeconds(5)).untilAsserted(() -> given().body(new byte[1_000_000])
                .post("/v1/auth/login")
                .then()
                .statusCode(200));
    }

    @Test
    void g7TheNumberOfConnectionsIsBounded() throws IOException {
        List<RawConnection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < 150; i++) {
                connections.add(new RawConnection());
            }
            int closed = 0;
            for (RawConnection connection : connections) {
                closed += connection.closesWithin(ofMillis(10)) ? 1 : 0;
            }
            assertThat(closed).isGreaterThanOrEqualTo(150 - 128);
        } finally {
            for (RawConnection connection : connections) {
                connection.close();
            }
        }
        await().atMost(ofSeconds(5))
                .ignoreExceptions()
                .until(() -> given().get("/nowhere").statusCode() == 404);
    }
}

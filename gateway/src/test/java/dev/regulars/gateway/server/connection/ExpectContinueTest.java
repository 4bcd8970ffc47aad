package dev.regulars.gateway.server.connection;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.gateway.RawConnection;
import dev.regulars.gateway.UpstreamExtension;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Case g1. */
@QuarkusTest
@ExtendWith(UpstreamExtension.class)
class ExpectContinueTest {

    private static final String HEADERS =
            "POST /v1/users/info HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Type: application/json\r\n";
    private static final String GOOD = "Authorization: Bearer good\r\n";

    @Test
    void g1TheBodyIsAskedFor() throws IOException {
        for (String framing : new String[] {"Content-Length: 2\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n"}) {
            try (var connection = new RawConnection()) {
                connection.send(HEADERS + GOOD + framing);
                assertThat(connection.read(ofSeconds(3))).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");

                connection.send(framing.startsWith("C") ? "{}" : "2\r\n{}\r\n0\r\n\r\n");
                assertThat(connection.read(ofSeconds(3)))
                        .startsWith("HTTP/1.1 200")
                        .contains("\"expect\":null")
                        .contains("\"length\":2");
            }
        }
    }

    @Test
    void g1ARefusalComesInsteadAndEndsTheConnection() throws IOException {
        assertRefused(HEADERS + GOOD + "Content-Length: 1048577\r\n\r\n", "HTTP/1.1 413");
        assertRefused(HEADERS + "Content-Length: 2\r\n\r\n", "HTTP/1.1 401");
        assertRefused(HEADERS + "Authorization: Bearer bad\r\nContent-Length: 2\r\n\r\n", "HTTP/1.1 401");
        assertRefused(HEADERS.replace("/users/info", "/nowhere") + "Content-Length: 2\r\n\r\n", "HTTP/1.1 404");
    }

    @Test
    void g1ARequestWithoutBodyIsServedAtOnce() throws IOException {
        assertThat(RawConnection.exchange(HEADERS + GOOD + "Content-Length: 0\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
        assertThat(RawConnection.exchange(HEADERS + GOOD + "\r\n"))
                .startsWith("HTTP/1.1 ")
                .contains("HTTP/1.1 200");
    }

    @Test
    void g1ClientsThatWaitForItAreServed() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RawConnection.PORT + "/v1/users/info"))
                .expectContinue(true)
                .timeout(ofSeconds(10))
                .header("Authorization", "Bearer good")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"idOrEmail\":\"a\"}"))
                .build();
        for (HttpClient.Version version : HttpClient.Version.values()) {
            try (var client = HttpClient.newBuilder().version(version).build()) {
                var response = client.send(request, BodyHandlers.ofString());
                assertThat(response.statusCode()).isEqualTo(200);
                assertThat(response.body()).contains("idOrEmail");
            }
        }
    }

    @Test
    void g1AConnectionIsClosedIfTheBodyDoesNotFollow() throws IOException {
        try (var connection = new RawConnection()) {
            connection.send(HEADERS + "Content-Length: 2\r\n\r\n");
            assertThat(connection.closesWithin(ofSeconds(4))).isTrue();
        }
    }

    private static void assertRefused(String request, String statusLine) throws IOException {
        try (var connection = new RawConnection()) {
            connection.send(request);
            assertThat(connection.read(ofSeconds(4)))
                    .startsWith(statusLine)
                    .containsIgnoringCase("connection: close")
                    .doesNotContain("100 Continue");
        }
    }
}

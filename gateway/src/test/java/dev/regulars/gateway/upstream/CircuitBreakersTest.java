package dev.regulars.gateway.upstream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.sun.net.httpserver.HttpServer;
import dev.regulars.gateway.PooledClient;
import dev.regulars.gateway.RawConnection;
import dev.regulars.gateway.UpstreamExtension;
import dev.regulars.gateway.UpstreamServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(UpstreamExtension.class)
class CircuitBreakersTest {

    private static final int MESSAGING_PORT = 28_083;

    @Inject
    MeterRegistry metrics;

    @Test
    void aServiceThatDoesNotAnswerIsNotAskedUntilATrialIsAnswered() throws IOException {
        for (int i = 0; i < 20; i++) {
            assertThat(status()).isEqualTo(503);
        }
        assertThat(isOpen("messaging")).isTrue();
        given().get("/v1/messages/search?q=a")
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("1"))
                .body("message", equalTo("Service Unavailable"));
        assertThat(given().post("/v1/users/info").statusCode())
                .as("other services are not concerned")
                .isEqualTo(200);

        var messaging = HttpServer.create(new InetSocketAddress("127.0.0.1", MESSAGING_PORT), 0);
        messaging.createContext("/", call -> {
            call.sendResponseHeaders(200, -1);
            call.close();
        });
        messaging.start();
        await().atMost(Duration.ofSeconds(10)).until(() -> status() == 200 && !isOpen("messaging"));
        messaging.stop(0);
    }

    @Test
    void clientsThatGoAwaySayNothingOfTheService() throws IOException {
        for (int i = 0; i < 40; i++) {
            try (var connection = new RawConnection()) {
                connection.send("POST /api/v1/servers HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n"
                        + UpstreamServer.HANG + ": yes\r\n\r\n");
            }
        }

        await().during(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(10))
                .until(() -> PooledClient.send("POST", "/api/v1/servers").statusCode() == 200);
        assertThat(isOpen("community")).isFalse();
    }

    private static int status() {
        return PooledClient.send("GET", "/v1/messages/search?q=a").statusCode();
    }

    private boolean isOpen(String service) {
        return metrics.get("gateway.circuit.open")
                        .tag("service", service)
                        .gauge()
                        .value()
                == 1;
    }
}

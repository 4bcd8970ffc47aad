package dev.regulars.gateway.upstream;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.sun.net.httpserver.HttpServer;
import dev.regulars.gateway.PooledClient;
import dev.regulars.gateway.RawConnection;
import dev.regulars.gateway.UpstreamExtension;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(UpstreamExtension.class)
class CircuitBreakersTest {

    private static final int MESSAGING_PORT = 28_083;
    private static final String REQUEST = "GET /v1/messages/search?q=a HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @Inject
    MeterRegistry metrics;

    @Test
    void aServiceThatDoesNotAnswerIsNotAskedUntilATrialIsAnswered() throws IOException {
        for (int i = 0; i < 20; i++) {
            assertThat(status()).isEqualTo(503);
        }
        assertThat(isOpen()).isTrue();
        given().get("/v1/messages/search?q=a")
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("1"))
                .body("message", equalTo("Service Unavailable"));
        assertThat(given().post("/v1/users/info").statusCode())
                .as("other services are not concerned")
                .isEqualTo(200);

        HttpServer messaging = messaging(() -> {});
        await().atMost(Duration.ofSeconds(10)).until(() -> status() == 200 && !isOpen());
        messaging.stop(0);
    }

    @Test
    void clientsThatGoAwaySayNothingOfTheService() throws Exception {
        var arrived = new Semaphore(0);
        var answered = new CompletableFuture<Void>();
        HttpServer messaging = messaging(() -> {
            arrived.release();
            answered.join();
        });
        long failures = count("5xx");
        long refusals = count("4xx");

        for (int i = 0; i < 24; i++) {
            try (var client = new Socket("127.0.0.1", RawConnection.PORT)) {
                client.setSoLinger(i % 2 == 0, 0); // every other one resets its connection
                client.getOutputStream().write(REQUEST.getBytes(UTF_8));
                assertThat(arrived.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
            }
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> count("4xx") == refusals + 24);
        answered.complete(null);
        assertThat(status()).isEqualTo(200);
        assertThat(isOpen()).isFalse();
        assertThat(count("5xx")).isEqualTo(failures);
        messaging.stop(0);
    }

    private static HttpServer messaging(Runnable beforeAnswer) throws IOException {
        var messaging = HttpServer.create(new InetSocketAddress("127.0.0.1", MESSAGING_PORT), 0);
        messaging.setExecutor(Executors.newCachedThreadPool());
        messaging.createContext("/", call -> {
            beforeAnswer.run();
            call.sendResponseHeaders(200, -1);
            call.close();
        });
        messaging.start();
        return messaging;
    }

    private long count(String status) {
        return metrics.find("gateway.requests").tags("service", "messaging", "status", status).timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private static int status() {
        return PooledClient.send("GET", "/v1/messages/search?q=a").statusCode();
    }

    private boolean isOpen() {
        return metrics.get("gateway.circuit.open")
                        .tag("service", "messaging")
                        .gauge()
                        .value()
                == 1;
    }
}

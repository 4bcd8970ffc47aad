package dev.regulars.gateway.proxy;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.sun.net.httpserver.HttpServer;
import dev.regulars.gateway.PooledClient;
import dev.regulars.gateway.RawConnection;
import dev.regulars.gateway.UpstreamExtension;
import dev.regulars.gateway.UpstreamServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A service closes the connection instead of its first response, as one that stops may do. */
@QuarkusTest
@ExtendWith(UpstreamExtension.class)
class RetryInterceptorTest {

    private static final int MESSAGING_PORT = 28_083;

    @Test
    void readsAreSentAgain() {
        closing().get("/v1/users/info").then().statusCode(200).body("method", equalTo("GET"));
    }

    @Test
    void writesWithAKeyAreSentAgainWithTheirBody() {
        closing()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"name\":\"Ana\"}")
                .post("/v1/users")
                .then()
                .statusCode(200)
                .body("body", equalTo("{\"name\":\"Ana\"}"));
    }

    @Test
    void whoeverWritesWithoutAKeyDecidesThemselves() {
        closing().body("{}").post("/v1/users").then().statusCode(503);
    }

    @Test
    void aConnectionMayBeResetWhileARequestIsWritten() throws IOException {
        try (var unused = new ResettingServer(MESSAGING_PORT)) {
            for (int i = 0; i < 1_000; i++) {
                assertThat(PooledClient.send("GET", "/v1/messages/search?q=" + i)
                                .statusCode())
                        .as("request %d", i)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void whatAClientNoLongerWaitsForIsNotSentAgain() throws Exception {
        var calls = new AtomicInteger();
        var messaging = HttpServer.create(new InetSocketAddress("127.0.0.1", MESSAGING_PORT), 0);
        messaging.setExecutor(Executors.newCachedThreadPool());
        var begun = new CountDownLatch(1);
        messaging.createContext("/", call -> {
            calls.incrementAndGet();
            begun.countDown(); // and no response
        });
        messaging.start();
        try (var client = new Socket("127.0.0.1", RawConnection.PORT)) {
            client.getOutputStream()
                    .write("GET /v1/messages/search?q=a HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(ISO_8859_1));
            assertThat(begun.await(5, SECONDS)).isTrue();
        }
        Thread.sleep(500);
        messaging.stop(0);

        assertThat(calls).hasValue(1);
    }

    private static RequestSpecification closing() {
        return given().header("Authorization", "Bearer good-retry")
                .contentType("application/json")
                .header(UpstreamServer.CLOSE_ONCE, UUID.randomUUID().toString());
    }
}

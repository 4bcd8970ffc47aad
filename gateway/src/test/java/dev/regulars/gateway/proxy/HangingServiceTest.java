package dev.regulars.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.gateway.RawConnection;
import dev.regulars.gateway.UpstreamExtension;
import dev.regulars.gateway.UpstreamServer;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Four connections to a service and a queue of 16, as in the tests' application.properties. */
@QuarkusTest
@ExtendWith(UpstreamExtension.class)
class HangingServiceTest {

    private static final int REQUESTS = 40;

    @Test
    void whileOneServiceHangsTheOthersAreServed() {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            List<CompletableFuture<HttpResponse<String>>> hanging = IntStream.range(0, REQUESTS)
                    .mapToObj(i -> client.sendAsync(hangingRequest(), BodyHandlers.ofString()))
                    .toList();

            long start = System.nanoTime();
            given().post("/v1/users").then().statusCode(200);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
            assertThat(hanging).anyMatch(one -> !one.isDone());

            assertThat(hanging).allSatisfy(one -> {
                assertThat(one.join().statusCode()).isEqualTo(503);
                assertThat(one.join().headers().firstValue("Retry-After")).isPresent();
                assertThat(one.join().body()).contains("Service Unavailable");
            });
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
        given().post("/api/v1/servers").then().statusCode(200);
    }

    private static HttpRequest hangingRequest() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RawConnection.PORT + "/api/v1/servers"))
                .header(UpstreamServer.HANG, "yes")
                .timeout(Duration.ofSeconds(15))
                .POST(BodyPublishers.noBody())
                .build();
    }
}

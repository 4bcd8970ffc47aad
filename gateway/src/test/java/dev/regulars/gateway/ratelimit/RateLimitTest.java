package dev.regulars.gateway.ratelimit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import dev.regulars.gateway.PooledClient;
import dev.regulars.gateway.UpstreamServer;
import dev.regulars.testkit.Concurrently;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RateLimitTest {

    private static final Pattern REMAINING = Pattern.compile("\"[a-z-]+\";r=(\\d+);t=\\d+");

    static UpstreamServer upstream;

    final String credential = "good-" + UUID.randomUUID();

    @BeforeAll
    static void open() throws IOException {
        upstream = new UpstreamServer();
    }

    @AfterAll
    static void close() {
        upstream.close();
    }

    @Test
    void theArithmeticOfHeadersIsTrueUnderEightParallelClients() {
        upstream.limits = Map.of("user", 120);
        long began = System.nanoTime();
        List<HttpResponse<String>> responses = Concurrently.call(8, client -> calls(40)).stream()
                .flatMap(List::stream)
                .toList();
        long refilled = 2 * (Duration.ofNanos(System.nanoTime() - began).toSeconds() + 1);

        List<HttpResponse<String>> taken =
                responses.stream().filter(one -> one.statusCode() == 200).toList();
        assertThat(taken.size()).isBetween(120, (int) (120 + refilled));
        assertThat(taken).allSatisfy(one -> assertThat(remaining(one)).isBetween(0L, 119L));
        assertThat(taken.stream().map(RateLimitTest::remaining).distinct().count())
                .as("each of the 120 was told once, but for those refilled")
                .isGreaterThanOrEqualTo(120 - refilled);
        assertThat(responses.stream().filter(one -> one.statusCode() == 429))
                .hasSize(responses.size() - taken.size())
                .allSatisfy(one -> {
                    assertThat(remaining(one)).isZero();
                    assertThat(header(one, "Retry-After")).isEqualTo("1");
                    assertThat(one.body()).contains("\"message\":\"Too Many Requests\"");
                });
    }

    @Test
    void afterTheTimeOfRetryAfterARequestIsTaken() throws InterruptedException {
        upstream.limits = Map.of("user", 60);
        HttpResponse<String> refused = calls(61).getLast();
        assertThat(refused.statusCode()).isEqualTo(429);

        Thread.sleep(Duration.ofSeconds(Long.parseLong(header(refused, "Retry-After"))));

        assertThat(call().statusCode()).isEqualTo(200);
    }

    @Test
    void everyPolicyIsToldAndTheTightestCounts() {
        upstream.limits = Map.of("community", 100);
        given().header("Authorization", "Bearer " + credential)
                .post("/v1/users/info")
                .then()
                .statusCode(200)
                .header(
                        "RateLimit-Policy",
                        equalTo("\"address\";q=3000;w=60, \"user\";q=1200;w=60, \"community\";q=100;w=60"))
                .header("RateLimit", matchesPattern("\"community\";r=\\d+;t=\\d+"));
    }

    @Test
    void anAddressIsLimitedBeforeItsCredentialIsLookedAt() {
        String address = "203.0.113." + (1 + System.nanoTime() % 200);
        List<Integer> statuses = Concurrently.call(8, client -> {
                    List<Integer> all = new ArrayList<>();
                    for (int i = 0; i < 420; i++) {
                        all.add(PooledClient.send("GET", "/v1/nothing", "X-Forwarded-For", address)
                                .statusCode());
                    }
                    return all;
                })
                .stream()
                .flatMap(List::stream)
                .toList();

        assertThat(statuses).contains(404, 429).doesNotContain(500);
        given().header("X-Forwarded-For", "203.0.113.254")
                .get("/openapi.json")
                .then()
                .statusCode(200)
                .header("RateLimit", containsString("address"));
    }

    @Test
    void rocketChatsMethodsHaveRocketChatsHeaders() {
        given().header("X-Auth-Token", credential)
                .header("X-User-Id", "one")
                .get("/api/v1/users.info?userId=a")
                .then()
                .statusCode(200)
                .header("X-RateLimit-Limit", notNullValue())
                .header("X-RateLimit-Remaining", matchesPattern("\\d+"))
                .header("X-RateLimit-Reset", matchesPattern("\\d{13}"));
    }

    @Test
    void rocketChatsRefusalHasRocketChatsWords() {
        upstream.limits = Map.of("user", 60);
        HttpResponse<String> last = null;
        for (int i = 0; i < 70; i++) {
            last = PooledClient.send(
                    "GET", "/api/v1/users.info?userId=a", "X-Auth-Token", credential, "X-User-Id", "one");
        }

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.body())
                .contains("Please slow down. You must wait 1 seconds")
                .contains("[error-too-many-requests]");
    }

    private List<HttpResponse<String>> calls(int count) {
        List<HttpResponse<String>> responses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            responses.add(call());
        }
        return responses;
    }

    private HttpResponse<String> call() {
        return PooledClient.send("POST", "/v1/users/info", "Authorization", "Bearer " + credential);
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElseThrow();
    }

    private static long remaining(HttpResponse<String> response) {
        var header = REMAINING.matcher(header(response, "RateLimit"));
        assertThat(header.matches()).as(header(response, "RateLimit")).isTrue();
        return Long.parseLong(header.group(1));
    }
}

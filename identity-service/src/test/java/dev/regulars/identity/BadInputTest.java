package dev.regulars.identity;

import static dev.regulars.identity.TestAccounts.PASSWORD;
import static dev.regulars.identity.TestAccounts.json;
import static dev.regulars.identity.TestAccounts.member;
import static dev.regulars.identity.TestAccounts.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.startsWith;

import dev.regulars.local.LocalMail;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong gets the family's refusal in a moment, and changes nothing. */
@QuarkusTest
class BadInputTest {

    /** Each is sent one of {@link #NO_STRINGS}, and there are more of these than of those. */
    private static final List<String> OPERATIONS = List.of(
            "/system/auth/register email",
            "/system/auth/register username",
            "/system/auth/register password",
            "/system/auth/verify-email email",
            "/system/auth/verify-email code",
            "/system/auth/login email",
            "/system/auth/login password",
            "/application/auth/login email",
            "/application/auth/login code",
            "/application/auth/login refreshToken",
            "/application/auth/refresh refreshToken",
            "/application/auth/forgot-password email",
            "/application/auth/resend-verification email",
            "/application/auth/reset-password token",
            "/application/auth/reset-password password");

    private static final List<String> NO_STRINGS = List.of(
            "{\"$ne\": null}",
            "{\"$gt\": \"\"}",
            "[\"a\"]",
            "5",
            "true",
            "1.5",
            "\"half a \\uD83D character\"",
            "\"other half \\uDE00\"",
            "\"with \\u0000 in it\"");

    private static final long A_MOMENT = 10_000;

    LocalMail mail;

    @Inject
    StoredDocuments stored;

    @TestHTTPResource("/application/auth/reset-password")
    URI reset;

    final HttpClient http = HttpClient.newHttpClient();

    static Stream<Arguments> wrongTypes() {
        return IntStream.range(0, OPERATIONS.size()).mapToObj(i -> {
            String[] operation = OPERATIONS.get(i).split(" ");
            return Arguments.of(operation[0], operation[1], NO_STRINGS.get(i % NO_STRINGS.size()));
        });
    }

    @ParameterizedTest
    @MethodSource("wrongTypes")
    void nonStringIsRefusedByName(String path, String field, String value) {
        refused(path, "{\"" + field + "\":" + value + "}", field + " must be a string");
    }

    @ParameterizedTest
    @CsvSource({"/system/auth/register, email", "/application/auth/reset-password, token"})
    void duplicateAndUnknownPropertiesAreRefused(String path, String field) {
        refused(path, "{\"" + field + "\":\"a\",\"" + field + "\":\"b\"}", "Invalid request body");
        refused(path, "{\"$where\":\"sleep(1000)\"}", "$where is an unknown property");
        refused(path, "{\"" + field + "\":\"a\"", "Invalid request body");
    }

    /** By a client that does not look at what it sends. */
    @Test
    void hugeNumberAndDeepNestingAreRefusedQuickly() throws IOException, InterruptedException {
        for (String body : List.of("{\"token\":" + "9".repeat(100_000) + "}", "[".repeat(100_000))) {
            var call = HttpRequest.newBuilder(reset)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body))
                    .timeout(Duration.ofMillis(A_MOMENT))
                    .build();
            assertThat(http.send(call, BodyHandlers.discarding()).statusCode()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/system/auth/register, username",
        "/system/auth/login, password",
        "/application/auth/forgot-password, email",
        "/application/auth/refresh, refreshToken",
    })
    void mebibyteIsRefusedQuickly(String path, String field) {
        RestAssured.given()
                .contentType("application/json")
                .body("{\"" + field + "\":\"" + "a".repeat(1 << 20) + "\"}")
                .post(path)
                .then()
                .statusCode(equalTo(path.endsWith("/refresh") ? 401 : 400))
                .time(lessThan(A_MOMENT));
    }

    @Test
    void invalidUtf8IsRefused() {
        byte[] body = "{\"email\":\"\u00FF\u00FE\"}".getBytes(StandardCharsets.ISO_8859_1);

        RestAssured.given()
                .contentType("application/json")
                .body(body)
                .post("/system/auth/verify-email")
                .then()
                .statusCode(400)
                .body("meta.message", equalTo("Invalid request body"));
    }

    @Test
    void refusedRegistrationLeavesNothing() {
        String name = name();

        json().body(TestAccounts.form(name).entrySet().stream()
                        .collect(
                                Document::new,
                                (all, one) -> all.append(
                                        one.getKey(), one.getKey().equals("lastname") ? " " : one.getValue()),
                                Document::putAll)
                        .toJson())
                .post("/system/auth/register")
                .then()
                .statusCode(400)
                .body("meta.message", startsWith("lastname "));

        assertThat(stored.account(name)).isNull();
    }

    @Test
    void passwordAndCodeAreNotInterchangeable() {
        String name = member(mail);

        TestAccounts.verify(name, PASSWORD)
                .then()
                .statusCode(400)
                .body("meta.message", equalTo("code is invalid or expired"));
        TestAccounts.login(name, "123456")
                .then()
                .statusCode(401)
                .body("meta.message", equalTo("Invalid email or password"));
    }

    private static void refused(String path, String body, String message) {
        boolean system = path.startsWith("/system");
        var answer = json().body(body).post(path).then().statusCode(400).time(lessThan(A_MOMENT));
        if (system) {
            answer.body("meta.message", equalTo(message));
        } else {
            answer.body("message", equalTo("Bad Request")).body("meta.errors[0].message", equalTo(message));
        }
    }
}

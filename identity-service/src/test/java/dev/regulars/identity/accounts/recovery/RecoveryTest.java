package dev.regulars.identity.accounts.recovery;

import static com.mongodb.client.model.Filters.eq;
import static dev.regulars.identity.TestAccounts.code;
import static dev.regulars.identity.TestAccounts.json;
import static dev.regulars.identity.TestAccounts.member;
import static dev.regulars.identity.TestAccounts.name;
import static dev.regulars.identity.TestAccounts.register;
import static dev.regulars.identity.TestAccounts.verify;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.identity.StoredDocuments;
import dev.regulars.local.LocalMail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RecoveryTest {

    LocalMail mail;

    @Inject
    StoredDocuments stored;

    final String name = name();

    @ParameterizedTest
    @CsvSource({
        "forgot-password, Forgot password success.",
        "resend-verification, Resend verification success.",
    })
    void knownAndUnknownAddressesAreAnsweredAlike(String path, String message) {
        String owner = member(mail);

        Response known = ask(path, owner);
        Response unknown = ask(path, name);

        known.then()
                .statusCode(202)
                .body("meta.status", equalTo("success"))
                .body("meta.statusCode", equalTo(202))
                .body("message", equalTo(message))
                .body("data", anEmptyMap());
        assertThat(unknown.asString()).isEqualTo(known.asString());
        assertThat(unknown.statusCode()).isEqualTo(202);
        await().atMost(ofSeconds(20)).until(() -> stored.count("mailRequests", eq("emailKey", address(name))) == 0);
        assertThat(mail.to(address(name))).isEmpty();
    }

    @Test
    void newCodeReplacesTheOneBefore() {
        register(name).then().statusCode(200);
        String first = code(mail, name, 1);
        stored.anHourLater(name);

        ask("resend-verification", name).then().statusCode(202);

        String second = code(mail, name, 2);
        if (!first.equals(second)) {
            verify(name, first).then().statusCode(400);
        }
        verify(name, second).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"forgot-password", "resend-verification"})
    void requestWithinAMinuteIsAnsweredAlikeAndNotMailed(String path) {
        register(name).then().statusCode(200);
        code(mail, name, 1);
        stored.anHourLater(name);
        ask(path, name).then().statusCode(202);
        await().atMost(ofSeconds(20)).until(() -> mail.to(address(name)).size() == 2);

        ask(path, name).then().statusCode(202);

        await().atMost(ofSeconds(20)).until(() -> stored.count("mailRequests", eq("emailKey", address(name))) == 0);
        assertThat(stored.account(name).getList("mailDue", Object.class)).isEmpty();
        assertThat(mail.to(address(name))).hasSize(2);
        stored.anHourLater(name);
        ask(path, name).then().statusCode(202);
        await().atMost(ofSeconds(20)).until(() -> mail.to(address(name)).size() == 3);
    }

    @Test
    void verifiedAddressGetsNoCode() {
        String owner = member(mail);

        ask("resend-verification", owner).then().statusCode(202);

        await().atMost(ofSeconds(20)).until(() -> stored.count("mailRequests", eq("emailKey", address(owner))) == 0);
        assertThat(stored.account(owner).getList("mailDue", Object.class)).isEmpty();
        assertThat(mail.to(address(owner))).hasSize(1);
    }

    @Test
    void sameKeyAsksOnce() {
        for (int i = 0; i < 3; i++) {
            json().header("Idempotency-Key", name)
                    .body(Map.of("email", address(name)))
                    .post("/application/auth/forgot-password")
                    .then()
                    .statusCode(202)
                    .body("data", anEmptyMap());
        }

        json().header("Idempotency-Key", name)
                .body(Map.of("email", address(name).toUpperCase(java.util.Locale.ROOT)))
                .post("/application/auth/forgot-password")
                .then()
                .statusCode(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"email\": {\"$ne\": null}} | email must be a string",
                "{\"email\": \"nobody\"} | email must be an e-mail address",
                "{} | email is required",
            })
    void invalidAddressIsNamed(String body, String message) {
        json().body(body)
                .post("/application/auth/forgot-password")
                .then()
                .statusCode(400)
                .body("message", equalTo("Bad Request"))
                .body("meta.errors[0].field", equalTo("email"))
                .body("meta.errors[0].message", equalTo(message));
    }

    private static Response ask(String path, String name) {
        return json().body(Map.of("email", address(name))).post("/application/auth/" + path);
    }

    private static String address(String name) {
        return name + "@example.com";
    }
}

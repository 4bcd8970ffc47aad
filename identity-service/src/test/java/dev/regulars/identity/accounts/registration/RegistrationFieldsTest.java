package dev.regulars.identity.accounts.registration;

import static dev.regulars.identity.TestAccounts.form;
import static dev.regulars.identity.TestAccounts.json;
import static dev.regulars.identity.TestAccounts.name;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RegistrationFieldsTest {

    final String name = name();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "email           | \"nobody\"       | email must be an e-mail address",
                "email           | {\"$ne\": null}  | email must be a string",
                "email           | null             | email is required",
                "username        | \"with space\"   | username must be 1 to 64 letters, digits, dots, hyphens and underscores",
                "username        | 5                | username must be a string",
                "username        | \"a\\u202Eb\"    | username must be 1 to 64 letters, digits, dots, hyphens and underscores",
                "username        | \"\\u3164\"       | username must be 1 to 64 letters, digits, dots, hyphens and underscores",
                "firstname       | \"\\u200B\"       | firstname must have visible characters and no control or hidden ones",
                "password        | \"short\"        | password must be 8 to 128 characters",
                "confirmPassword | \"other-one\"    | confirmPassword must be the same as password",
                "isAdmin         | true             | isAdmin is an unknown property",
            })
    void invalidFieldIsNamedAndNothingChanges(String field, String value, String message) {
        String fields = form(name).entrySet().stream()
                .filter(entry -> !entry.getKey().equals(field))
                .map(entry -> "\"" + entry.getKey() + "\":\"" + entry.getValue() + "\"")
                .collect(Collectors.joining(","));

        json().body("{" + fields + ",\"" + field + "\":" + value + "}")
                .post("/system/auth/register")
                .then()
                .statusCode(400)
                .body("meta.success", equalTo(false))
                .body("meta.message", equalTo(message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"email\": |", "[] |", "\"text\" |", "{\"email\":\"a\",\"email\":\"b\"} |", "{} {} |", "NULL |"},
            nullValues = "NULL")
    void unreadableBodyIsRefused(String body) {
        var request = body == null ? json() : json().body(body);

        request.post("/system/auth/verify-email")
                .then()
                .statusCode(400)
                .body("meta.message", equalTo("Invalid request body"));
    }

    @Test
    void otherMediaTypeIsRefused() {
        given().contentType("text/plain")
                .body("hello")
                .post("/system/auth/register")
                .then()
                .statusCode(415)
                .body("meta.message", equalTo("Unsupported Media Type"));
    }

    @Test
    void problemJsonIsAnsweredOnRequest() {
        json().accept("application/problem+json")
                .body(Map.of())
                .post("/system/auth/verify-email")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400))
                .body("errors[0].message", equalTo("code is required"))
                .body("errors[1].field", equalTo("email"));
    }
}

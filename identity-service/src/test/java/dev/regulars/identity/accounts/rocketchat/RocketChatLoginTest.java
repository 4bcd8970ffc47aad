package dev.regulars.identity.accounts.rocketchat;

import static dev.regulars.identity.TestAccounts.PASSWORD;
import static dev.regulars.identity.TestAccounts.code;
import static dev.regulars.identity.TestAccounts.json;
import static dev.regulars.identity.TestAccounts.member;
import static dev.regulars.identity.TestAccounts.visitor;
import static dev.regulars.testkit.Tokens.session;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.crypto.Secrets;
import dev.regulars.local.LocalMail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RocketChatLoginTest {

    static final String LOGIN = "/rocketchat/login";
    static final String UNAUTHORIZED =
            "{\"success\":false,\"error\":\"Unauthorized\",\"status\":\"error\",\"message\":\"Unauthorized\"}";

    LocalMail mail;
    String name;

    @BeforeEach
    void signUp() {
        name = member(mail);
    }

    @Test
    void everyFormLogsIn() {
        Map<String, String> digest = Map.of("digest", Secrets.hash(PASSWORD), "algorithm", "sha-256");
        for (Map<String, ?> form : List.of(
                Map.of("user", name, "password", PASSWORD),
                Map.of("user", name + "@example.com", "password", PASSWORD),
                Map.of("user", Map.of("username", name), "password", PASSWORD),
                Map.of("user", Map.of("email", name + "@example.com"), "password", digest),
                Map.of("username", name, "password", digest),
                Map.of("email", name + "@EXAMPLE.com", "password", PASSWORD, "remember", true))) {
            login(form)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("success"))
                    .body("success", equalTo(true))
                    .body("data.authToken", matchesPattern("[0-9a-f]{64}"))
                    .body("data.me.username", equalTo(name))
                    .body("data.me.emails[0].verified", equalTo(true))
                    .body("data.me.services", nullValue());
        }
        RestAssured.given()
                .contentType("application/x-www-form-urlencoded")
                .body("user=" + name + "%40example.com&password=%40Password123")
                .post(LOGIN)
                .then()
                .statusCode(200)
                .header("Content-Type", "application/json");
    }

    @Test
    void tokenResumesAsItself() {
        Response first = login(Map.of("user", name, "password", PASSWORD));
        String token = first.path("data.authToken");

        login(Map.of("resume", token))
                .then()
                .statusCode(200)
                .body("data.authToken", equalTo(token))
                .body("data.userId", equalTo(first.path("data.userId")));
        login(Map.of("resume", visitor(name).token()))
                .then()
                .statusCode(200)
                .body("data.authToken", matchesPattern("[0-9a-f]{64}"));
    }

    @Test
    void pairIsExchangedUntilTheLogout() {
        Response login = login(Map.of("user", name, "password", PASSWORD));
        String user = login.path("data.userId");
        String token = login.path("data.authToken");

        Response exchanged = exchange(token, user);
        JsonPath claims = claims(exchanged);
        assertThat(claims.getString("caller")).isEqualTo("user");
        assertThat(claims.getString("account")).isEqualTo(user);
        exchange(token, "0".repeat(24)).then().statusCode(401);
        exchange("0".repeat(64), user).then().statusCode(401);
        exchange(visitor(name).token(), user).then().statusCode(200);
        exchange(visitor(name).token(), "0".repeat(24)).then().statusCode(401);

        Response farewell = session(user, claims.getString("credential")).post("/rocketchat/logout");
        assertThat(farewell.asString())
                .isEqualTo("{\"status\":\"success\",\"data\":{\"message\":\"You've been logged out!\"}}");
        exchange(token, user).then().statusCode(401);
        assertThat(login(Map.of("resume", token)).asString()).isEqualTo(UNAUTHORIZED);
    }

    @ParameterizedTest
    @CsvSource({"%s, wrong", "nobody%s, @Password123", "nobody%s@example.com, @Password123"})
    void unknownUserAndWrongPasswordAreOneRefusal(String user, String password) {
        Response refused = login(Map.of("user", user.formatted(name), "password", password));

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.asString()).isEqualTo(UNAUTHORIZED);
        assertThat(refused.contentType()).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"digest\":\"%s\",\"algorithm\":\"md5\"}", "{\"digest\":\"%s\"}", "{\"$ne\":null}", "5"})
    void otherPasswordsAreInvalid(String password) {
        String body = "{\"user\":\"" + name + "\",\"password\":" + password.formatted(Secrets.hash(PASSWORD)) + "}";

        Response refused = json().body(body).post(LOGIN);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errorType")).isEqualTo("invalid-params");
        assertThat(refused.<String>path("error")).endsWith(" [invalid-params]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                            | Invalid request body [invalid-params]",
                "{\"password\":\"a\"}                         | user is required [invalid-params]",
                "{\"user\":\"a\"}                             | password is required [invalid-params]",
                "{\"user\":\"a\",\"email\":\"b\",\"password\":\"c\"} | user must be given once [invalid-params]",
                "{\"user\":{\"$gt\":\"\"},\"password\":\"c\"} | user.$gt is an unknown property [invalid-params]",
            })
    void invalidBodyIsNamed(String body, String text) {
        Response refused = json().body(body).post(LOGIN);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("error")).isEqualTo(text);
        assertThat(refused.<Boolean>path("success")).isFalse();
    }

    @Test
    void secondFactorIsAskedForByName() {
        Response login = login(Map.of("user", name, "password", PASSWORD));
        String user = login.path("data.userId");
        String session = claims(exchange(login.path("data.authToken"), user)).getString("credential");
        assertThat(session(user, session)
                        .post("/rocketchat/users.2fa.enableEmail")
                        .asString())
                .isEqualTo("{\"success\":true}");

        Response asked = login(Map.of("user", name, "password", PASSWORD));
        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(asked.asString())
                .isEqualTo("{\"success\":false,\"error\":\"totp-required\",\"errorType\":\"totp-required\","
                        + "\"details\":{\"method\":\"email\",\"emailOrUsername\":\"" + name + "\"}}");
        json().header("x-2fa-code", "000000")
                .body(Map.of("user", name, "password", PASSWORD))
                .post(LOGIN)
                .then()
                .statusCode(400)
                .body("errorType", equalTo("totp-invalid"));
        json().header("x-2fa-code", code(mail, name, 2))
                .header("x-2fa-method", "email")
                .body(Map.of("user", name, "password", PASSWORD))
                .post(LOGIN)
                .then()
                .statusCode(200);

        session(user, session)
                .post("/rocketchat/users.2fa.disableEmail")
                .then()
                .statusCode(400)
                .body("errorType", equalTo("totp-required"))
                .body("details.emailOrUsername", equalTo(name));
        session(user, session)
                .body(Map.of("code", code(mail, name, 3)))
                .post("/rocketchat/users.2fa.disableEmail")
                .then()
                .statusCode(200);
        login(Map.of("user", name, "password", PASSWORD)).then().statusCode(200);
    }

    private static Response login(Map<String, ?> body) {
        return json().body(body).post(LOGIN);
    }

    private static Response exchange(String token, String user) {
        return json().body(Map.of("scheme", "tokenAndUser", "value", token, "userId", user))
                .post("/internal/credentials/resolve");
    }

    private static JsonPath claims(Response exchanged) {
        String token = exchanged.then().statusCode(200).extract().path("token");
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), UTF_8));
    }
}

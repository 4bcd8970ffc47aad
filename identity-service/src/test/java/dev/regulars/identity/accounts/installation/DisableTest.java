package dev.regulars.identity.accounts.installation;

import static dev.regulars.identity.TestAccounts.json;
import static dev.regulars.testkit.Tokens.installationAdmin;
import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.user;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.crypto.Secrets;
import dev.regulars.identity.TestAccounts;
import dev.regulars.identity.TestAccounts.LoggedInUser;
import dev.regulars.local.LocalMail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tests' REGULARS_BOOTSTRAP_OWNER is the.admin@example.com. */
@QuarkusTest
class DisableTest {
    private static final String ADMIN = "a".repeat(24);
    private static final Map<String, String> WHY = Map.of("reason", "Sells points outside");

    LocalMail mail;

    LoggedInUser ana;
    String name;
    String account;
    String token;

    @BeforeEach
    void logIn() {
        ana = TestAccounts.visitor(TestAccounts.member(mail));
        name = ana.name();
        account = ana.account();
        token = ana.token();
    }

    @Test
    void disabledAccountIsLoggedOutUntilEnabled() {
        String theirKey = keyOf(account);
        assertThat(TestAccounts.exchange(token)).isEqualTo(200);
        assertThat(TestAccounts.exchange(theirKey)).isEqualTo(200);

        Response disabled = disable();
        assertThat(disabled.statusCode()).isEqualTo(200);
        assertThat(disabled.asString())
                .isEqualTo("{\"meta\":{\"status\":\"success\",\"statusCode\":200},"
                        + "\"message\":\"Disable user success.\",\"data\":{\"disabled\":true}}");
        assertThat(TestAccounts.exchange(token)).isEqualTo(401);
        assertThat(TestAccounts.exchange(theirKey)).isEqualTo(401);
        TestAccounts.login(name, TestAccounts.PASSWORD)
                .then()
                .statusCode(401)
                .body("meta.message", equalTo("Invalid email or password"));

        Response enabled = enable();
        assertThat(enabled.asString())
                .isEqualTo("{\"meta\":{\"status\":\"success\",\"statusCode\":200},"
                        + "\"message\":\"Enable user success.\",\"data\":{\"disabled\":false}}");
        assertThat(TestAccounts.exchange(token))
                .as("what was logged in stays logged out")
                .isEqualTo(401);
        assertThat(TestAccounts.exchange(theirKey)).isEqualTo(200);
        assertThat(TestAccounts.exchange(
                        TestAccounts.login(name, TestAccounts.PASSWORD).path("body.token")))
                .isEqualTo(200);
    }

    @Test
    void loginApiRefusesADisabledAccountLikeAWrongPassword() {
        disable().then().statusCode(200);

        Response right = loginApi(TestAccounts.PASSWORD);
        assertThat(right.statusCode()).isEqualTo(401);
        assertThat(right.asString()).isEqualTo(loginApi("another @Password1").asString());
    }

    @Test
    void earlierRefreshTokenIsRefusedOnceEnabled() {
        disable().then().statusCode(200);
        refresh().then().statusCode(401).body("message", equalTo("Unauthorized"));

        enable().then().statusCode(200);
        refresh().then().statusCode(401);
    }

    @Test
    void nobodyElseMayNotEvenAnOwner() {
        String community = Secrets.key().substring(0, 24);
        for (var caller :
                List.of(user(ADMIN), user(ADMIN, community, "owner"), key(community, "members", "manageUser"))) {
            caller.body(WHY)
                    .post("/application/users/{id}/disable", account)
                    .then()
                    .statusCode(401)
                    .body("message", equalTo("Unauthorized"));
        }
        assertThat(TestAccounts.exchange(token)).isEqualTo(200);
    }

    @Test
    void adminCannotDisableThemselves() {
        installationAdmin(account)
                .body(WHY)
                .post("/application/users/{id}/disable", account)
                .then()
                .statusCode(409)
                .body("message", equalTo("Conflict"))
                .body("meta.errors[0].message", equalTo("You cannot disable yourself"));
        assertThat(TestAccounts.exchange(token)).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nobody                   | {\"reason\":\"a\"}            | 400 | userId must be 24 hex digits",
                "00000000000000000000000f | {}                          | 400 | reason is required",
                "00000000000000000000000f | {\"reason\":{\"$ne\":null}}    | 400 | reason must be a string",
                "00000000000000000000000f | {\"reason\":\"a\",\"for\":\"b\"} | 400 | for is an unknown property",
                "00000000000000000000000f | {\"reason\":\"a\"}            | 404 |",
            })
    void invalidCallIsNamed(String id, String body, int status, String message) {
        for (String what : List.of("disable", "enable")) {
            var answer = installationAdmin(ADMIN).body(body).post("/application/users/{id}/{what}", id, what);
            answer.then()
                    .statusCode(status)
                    .body("message", equalTo(status == 404 ? "Record Not Found" : "Bad Request"));
            assertThat(answer.<String>path("meta.errors[0].message")).isEqualTo(message);
        }
    }

    @Test
    void adminIsTheOwnerOfTheConfiguredAddress() {
        assertThat(isAdmin(token)).isFalse();

        TestAccounts.register("the.admin").then().statusCode(200);
        TestAccounts.verify("the.admin", TestAccounts.code(mail, "the.admin", 1))
                .then()
                .statusCode(200);
        String admin = TestAccounts.login("the.admin", TestAccounts.PASSWORD).path("body.token");

        assertThat(isAdmin(admin)).isTrue();
    }

    private Response refresh() {
        return json().body(Map.of("refreshToken", ana.refreshToken())).post("/application/auth/refresh");
    }

    private Response loginApi(String password) {
        return json().body(Map.of("email", name + "@example.com", "password", password))
                .post("/application/auth/login");
    }

    private Response disable() {
        return installationAdmin(ADMIN).body(WHY).post("/application/users/{id}/disable", account);
    }

    private Response enable() {
        return installationAdmin(ADMIN).body(WHY).post("/application/users/{id}/enable", account);
    }

    private static String keyOf(String maker) {
        String community = Secrets.key().substring(0, 24);
        return user(maker, community, "owner")
                .body(Map.of("name", "a", "permissions", List.of("store")))
                .post("/application/communities/{community}/api-keys", community)
                .path("data.key");
    }

    private static Response resolve(String credential) {
        return json().body(Map.of("scheme", "bearer", "value", credential)).post("/internal/credentials/resolve");
    }

    private static boolean isAdmin(String credential) {
        String exchanged = resolve(credential).then().statusCode(200).extract().path("token");
        var claims =
                JsonPath.from(new String(Base64.getUrlDecoder().decode(exchanged.split("\\.")[1]), UTF_8));
        return Boolean.TRUE.equals(claims.get("installationAdmin"));
    }
}

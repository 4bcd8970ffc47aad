package dev.regulars.identity.accounts.session.login;

import static dev.regulars.identity.TestAccounts.PASSWORD;
import static dev.regulars.identity.TestAccounts.code;
import static dev.regulars.identity.TestAccounts.login;
import static dev.regulars.identity.TestAccounts.member;
import static dev.regulars.identity.TestAccounts.name;
import static dev.regulars.identity.TestAccounts.register;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.local.LocalMail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Base64;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LoginTest {

    LocalMail mail;

    @Test
    void loginAnswersTokensAndUser() {
        String name = member(mail);

        var answer = login(name, PASSWORD)
                .then()
                .statusCode(200)
                .body("meta.message", equalTo("User has been logged in successfully"))
                .body("body.refreshToken", matchesPattern("[0-9a-f]{64}"))
                .body("body.user.username", equalTo(name))
                .body("body.user.email", equalTo(name + "@example.com"))
                .body("body.user.firstname", equalTo("Ana"))
                .body("body.user.lastname", equalTo("Okafor"))
                .body("body.user.displayname", equalTo("Ana Okafor"))
                .extract();

        JsonPath claims = part(answer.path("body.token"), 1);
        assertThat(claims.getString("_id")).isEqualTo(answer.path("body.user._id"));
        assertThat(claims.getString("id")).isEqualTo(answer.path("body.user.userId"));
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(15 * 60);
        assertThat(claims.getString("aud")).isEqualTo("regulars-api");
    }

    @Test
    void signingKeyIsPublishedWithoutItsPrivateHalf() {
        String token = login(member(mail), PASSWORD).path("body.token");

        String kid = part(token, 0).getString("kid");

        given().get("/internal/jwks")
                .then()
                .statusCode(200)
                .body("keys.find { it.kid == '" + kid + "' }.kty", equalTo("RSA"))
                .body("keys[0].d", nullValue());
    }

    @Test
    void wrongPasswordAndUnknownAddressAreRefusedAlike() {
        String known = login(member(mail), "not the password")
                .then()
                .statusCode(401)
                .extract()
                .asString();
        String unknown =
                login(name(), PASSWORD).then().statusCode(401).extract().asString();

        assertThat(known).isEqualTo(unknown).contains("Invalid email or password");
    }

    @Test
    void unverifiedAddressIsToldOnceThePasswordIsRight() {
        String name = name();
        register(name).then().statusCode(200);
        code(mail, name, 1);

        login(name, PASSWORD).then().statusCode(401).body("meta.message", equalTo("Email not verified"));
        login(name, "not the password").then().body("meta.message", equalTo("Invalid email or password"));
    }

    private static JsonPath part(String token, int index) {
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(token.split("\\.")[index]), UTF_8));
    }
}

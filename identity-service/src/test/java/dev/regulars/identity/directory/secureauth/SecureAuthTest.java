package dev.regulars.identity.directory.secureauth;

import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.user;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.crypto.Secrets;
import dev.regulars.identity.TestAccounts;
import dev.regulars.identity.directory.CommunityServiceStub;
import dev.regulars.identity.directory.TestMembers;
import dev.regulars.local.LocalMail;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SecureAuthTest {

    LocalMail mail;
    KafkaRecords records;

    final String community = Secrets.key().substring(0, 24);
    final String host = "c" + community + ".example.com";
    final String name = TestAccounts.name();
    SecureAuthFixture partner;

    @BeforeEach
    void hostIsProven() {
        partner = new SecureAuthFixture(community, host);
        partner.prove(records);
    }

    @Test
    void firstLoginCreatesAMemberWithItsAccessLevel() {
        try (var communities = new CommunityServiceStub()) {
            partner.signIn(SecureAuthFixture.newUser(name, 3)).then().statusCode(200);
            partner.signIn(Map.of("userId", name)).then().statusCode(200);
            assertThat(communities.joins).hasSize(1);
        }
        assertThat(level()).isEqualTo(3);

        try (var communities = new CommunityServiceStub()) {
            partner.signIn(Map.of("userId", name, "accessLevel", "7")).then().statusCode(200);
            partner.signIn(Map.of("userId", name, "accessLevel", "7")).then().statusCode(200);
            assertThat(communities.accessLevels).hasSize(1);
        }
        assertThat(level()).isEqualTo(7);
        key(community, "getUserData")
                .body(Map.of("filter", Map.of("access_level", 7), "fields", List.of("username", "access_level")))
                .post("/integration/users/filter")
                .then()
                .statusCode(200)
                .body("data.users", equalTo(List.of(Map.of("username", name, "access_level", 7))));
    }

    @Test
    void concurrentFirstLoginsCreateOneUser() {
        try (var communities = new CommunityServiceStub()) {
            List<Integer> statuses = Concurrently.call(8, number -> partner.signIn(SecureAuthFixture.newUser(name, 0))
                    .statusCode());

            assertThat(statuses).allMatch(status -> status == 200 || status == 409);
            partner.signIn(SecureAuthFixture.newUser(name, 0)).then().statusCode(200);
        }
    }

    @Test
    void ownerOfAnExistingAccountIsAskedFirst() {
        String known = TestAccounts.member(mail);

        try (var communities = new CommunityServiceStub()) {
            for (int tries = 0; tries < 2; tries++) {
                partner.signIn(SecureAuthFixture.newUser(known, 0))
                        .then()
                        .statusCode(409)
                        .body("message", equalTo("Account link pending"));
            }
            assertThat(communities.joins).isEmpty();
            String token = TestAccounts.token(mail, known, 2);
            TestAccounts.json()
                    .body(Map.of("token", token, "accept", true))
                    .post("/application/auth/account-links/confirm")
                    .then()
                    .statusCode(200);
            partner.signIn(SecureAuthFixture.newUser(known, 0)).then().statusCode(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "action, '', action is required",
        "action, logout, action must be login",
        "userId, '', userId is required",
        "accessLevel, 10, accessLevel must be 0 to 9",
        "accessLevel, -1, accessLevel must be 0 to 9",
        "email, nonsense, email must be",
        "firstname, '', firstname",
    })
    void whatDoesNotFitIsRefused(String parameter, String value, String message) {
        Map<String, String> request = SecureAuthFixture.newUser(name, 0);
        request.put(parameter, value);

        partner.signIn(request)
                .then()
                .statusCode(400)
                .body("error", equalTo(true))
                .body("message", containsString(message));
    }

    @Test
    void allThatAFirstLoginLacksIsTold() {
        partner.signIn(Map.of("userId", name))
                .then()
                .statusCode(400)
                .body(
                        "message",
                        equalTo("displayname is required; email is required; firstname is required;"
                                + " lastname is required"));
    }

    @Test
    void keyAndHostMustBelongTogether() {
        var other = new SecureAuthFixture(Secrets.key().substring(0, 24), "other.example.org");
        Map<String, String> ben = Map.of("userId", TestMembers.create(community).name());

        other.signIn(ben).then().statusCode(401);
        given().header("apiKey", other.apiKey())
                .header("hostname", host)
                .queryParams(ben)
                .queryParam("action", "login")
                .get("/secureAuth")
                .then()
                .statusCode(401)
                .body("message", equalTo("Invalid API key"));
        given().header("apiKey", partner.apiKey())
                .header("X-API-Key", partner.apiKey())
                .header("hostname", host)
                .queryParams(ben)
                .queryParam("action", "login")
                .get("/secureAuth")
                .then()
                .statusCode(401);
        given().header("X-API-Key", partner.apiKey())
                .header("X-Regulars-Host", host + ":8080")
                .queryParams(ben)
                .queryParam("action", "login")
                .get("/secureAuth")
                .then()
                .statusCode(200);
    }

    private int level() {
        return user("e".repeat(24), community, "owner")
                .get("/application/communities/{id}/users", community)
                .then()
                .statusCode(200)
                .body("data.username", contains(name))
                .extract()
                .path("data[0].accessLevel");
    }
}

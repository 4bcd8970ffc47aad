package dev.regulars.identity.directory.secureauth;

import static dev.regulars.events.DomainEvent.typeOf;
import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.user;
import static io.restassured.RestAssured.given;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.regulars.crypto.Secrets;
import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.ServerDomainLost;
import dev.regulars.events.community.CommunityEvent.ServerDomainProven;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.identity.TestAccounts;
import dev.regulars.identity.directory.CommunityServiceStub;
import dev.regulars.identity.directory.TestMembers;
import dev.regulars.identity.directory.secureauth.SecureAuthFixture.LoginUrl;
import dev.regulars.local.LocalMail;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
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
    void memberIsSignedInByASessionOfTheCommunity() {
        var ben = TestMembers.create(community);

        Response answer = partner.signIn(Map.of("userId", ben.name()));
        answer.then()
                .statusCode(200)
                .body("error", equalTo(false))
                .body("loginUrl", containsString("//" + host + ":8080/v2/app/loginApi/" + partner.keyId() + "/2?token="))
                .body("loginUrl", not(containsString(partner.apiKey())));
        String token = LoginUrl.of(answer).redeem().then().statusCode(200).extract().path("token");

        var claims = SecureAuthFixture.claims(token, "d".repeat(24));
        assertThat(claims.getString("caller")).isEqualTo("sso");
        assertThat(claims.getString("account")).isEqualTo(ben.id());
        assertThat(claims.getString("credential")).isEqualTo(answer.path("sessionId"));
        assertThat(claims.getString("community")).as("whatever the call names").isEqualTo(community);
    }

    @Test
    void oneOf64ParallelUsesOfALoginUrlSucceeds() {
        var ben = TestMembers.create(community);
        LoginUrl url = LoginUrl.of(partner.signIn(Map.of("userId", ben.name())));

        List<Integer> statuses = Concurrently.call(64, number -> url.redeem().statusCode());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 401).hasSize(63);
        url.redeem().then().statusCode(401).body("message", equalTo("Login URL is invalid or expired"));
    }

    @Test
    void previewsOfTheLinkUseNothingUp() {
        var ben = TestMembers.create(community);
        LoginUrl url = LoginUrl.of(partner.signIn(Map.of("userId", ben.name())));

        for (int looks = 0; looks < 3; looks++) {
            url.show()
                    .then()
                    .statusCode(200)
                    .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                    .body(containsString("\"type\":\"member\""))
                    .body(containsString("\"communityId\":\"" + community + "\""));
        }
        url.redeem().then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"other.example.com, own", "own, other.example.com", "other.example.com, other.example.com"})
    void loginUrlIsRefusedOnAnotherHost(String called, String named) {
        var ben = TestMembers.create(community);
        LoginUrl url = LoginUrl.of(partner.signIn(Map.of("userId", ben.name())));

        url.redeem(called.equals("own") ? host : called, named.equals("own") ? host : named)
                .then()
                .statusCode(401);
        url.redeem().then().statusCode(200);
    }

    @Test
    void loginUrlIsRefusedOnceTheHostIsLost() {
        var ben = TestMembers.create(community);
        LoginUrl url = LoginUrl.of(partner.signIn(Map.of("userId", ben.name())));

        records.put(Topic.COMMUNITY, new ServerDomainLost(community, host), 2);
        await().atMost(ofSeconds(20))
                .until(() -> partner.signIn(Map.of("userId", ben.name())).statusCode() == 401);
        url.redeem().then().statusCode(401);

        records.put(Topic.COMMUNITY, new ServerDomainProven(community, host), 1);
        partner.signIn(Map.of("userId", ben.name())).then().statusCode(401);
    }

    @Test
    void loginUrlAndKeyEndWithTheKey() {
        var ben = TestMembers.create(community);
        LoginUrl url = LoginUrl.of(partner.signIn(Map.of("userId", ben.name())));

        partner.deleteKey();

        url.redeem().then().statusCode(401);
        partner.signIn(Map.of("userId", ben.name()))
                .then()
                .statusCode(401)
                .body("error", equalTo(true))
                .body("message", equalTo("Invalid API key"));
    }

    @Test
    void sessionEndsWithLogout() {
        var ben = TestMembers.create(community);
        Response answer = partner.signIn(Map.of("userId", ben.name()));
        String session = answer.path("sessionId");
        String token = LoginUrl.of(answer).redeem().path("token");

        user(ben.id()).delete("/application/me/sessions/{id}", session).then().statusCode(200);

        assertThat(TestAccounts.exchange(token)).isEqualTo(401);
        assertThat(records.typesAbout(Topic.CALLERS, "credential:" + session, 1))
                .containsExactly(typeOf(CallerChanged.class));
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
                .body(Map.of(
                        "filter", Map.of("access_level", 7), "fields", List.of("username", "access_level")))
                .post("/integration/users/filter")
                .then()
                .statusCode(200)
                .body("data.users", equalTo(List.of(Map.of("username", name, "access_level", 7))));
    }

    @Test
    void concurrentFirstLoginsCreateOneUser() {
        try (var communities = new CommunityServiceStub()) {
            List<Integer> statuses = Concurrently.call(
                    8, number -> partner.signIn(SecureAuthFixture.newUser(name, 0)).statusCode());

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
                .body("message", equalTo("displayname is required; email is required; firstname is required;"
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

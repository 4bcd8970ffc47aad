package dev.regulars.identity.directory.secureauth;

import static dev.regulars.events.DomainEvent.typeOf;
import static dev.regulars.testkit.Tokens.user;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.regulars.crypto.Secrets;
import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.ServerDomainLost;
import dev.regulars.events.community.CommunityEvent.ServerDomainProven;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.identity.TestAccounts;
import dev.regulars.identity.accounts.signing.Tokens;
import dev.regulars.identity.accounts.signing.Tokens.Audience;
import dev.regulars.identity.directory.TestMembers;
import dev.regulars.identity.directory.secureauth.SecureAuthFixture.LoginUrl;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class LoginUrlTest {

    KafkaRecords records;

    @Inject
    Tokens tokens;

    final String community = Secrets.key().substring(0, 24);
    final String host = "c" + community + ".example.com";
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
                .body(
                        "loginUrl",
                        containsString("//" + host + ":8080/v2/app/loginApi/" + partner.keyId() + "/2?token="))
                .body("loginUrl", not(containsString(partner.apiKey())));
        String token =
                LoginUrl.of(answer).redeem().then().statusCode(200).extract().path("token");

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

    /** The same grant, signed for other times. */
    @Test
    void loginUrlIsRefusedTooLate() {
        var ben = TestMembers.create(community);
        LoginUrl url = LoginUrl.of(partner.signIn(Map.of("userId", ben.name())));
        Map<String, Object> grant = url.claims();

        String over = tokens.signed(Audience.LOGIN_URL, grant, ofSeconds(-5));
        url.with(over).redeem().then().statusCode(401).body("message", equalTo("Login URL is invalid or expired"));
        url.with(tokens.signed(Audience.API, grant, ofSeconds(60)))
                .redeem()
                .then()
                .statusCode(401);
        url.with(url.token() + "x").redeem().then().statusCode(401);

        url.with(tokens.signed(Audience.LOGIN_URL, grant, ofSeconds(60)))
                .redeem()
                .then()
                .statusCode(200);
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
}

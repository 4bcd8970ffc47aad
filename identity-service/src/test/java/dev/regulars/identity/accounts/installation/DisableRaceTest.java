package dev.regulars.identity.accounts.installation;

import static dev.regulars.events.DomainEvent.typeOf;
import static dev.regulars.identity.TestAccounts.json;
import static dev.regulars.testkit.Tokens.installationAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.events.Topic;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.IdentityEvent.AccountDisabled;
import dev.regulars.events.identity.IdentityEvent.AccountEnabled;
import dev.regulars.events.identity.IdentityEvent.AccountLoggedIn;
import dev.regulars.events.identity.IdentityEvent.AccountRegistered;
import dev.regulars.events.identity.IdentityEvent.AccountVerified;
import dev.regulars.identity.TestAccounts;
import dev.regulars.identity.TestAccounts.LoggedInUser;
import dev.regulars.local.LocalMail;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Disabling against calls that are under way. The tests' REGULARS_BOOTSTRAP_OWNER is the.admin@example.com. */
@QuarkusTest
class DisableRaceTest {
    private static final String ADMIN = "a".repeat(24);
    private static final Map<String, String> WHY = Map.of("reason", "Sells points outside");

    LocalMail mail;
    KafkaRecords records;

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
    void noCallThatWasUnderWayBringsASessionBack() {
        disable().then().statusCode(200);

        ana.calls().delete("/application/me/sessions").then().statusCode(200);
        ana.calls()
                .body(Map.of("currentPassword", TestAccounts.PASSWORD, "password", "another @Password1"))
                .put("/application/me/password")
                .then()
                .statusCode(400);

        enable().then().statusCode(200);
        assertThat(TestAccounts.exchange(token)).isEqualTo(401);
        refresh().then().statusCode(401);
        TestAccounts.login(name, TestAccounts.PASSWORD).then().statusCode(200);
    }

    @Test
    void everybodyHearsOfItWithinASecond() {
        Instant asked = Instant.now();

        assertThat(disable().header("X-Regulars-Changed")).isEqualTo("account:" + account);

        assertThat(records.typesAbout(Topic.CALLERS, "account:" + account, 2))
                .as("verified, then disabled")
                .containsExactly(typeOf(CallerChanged.class), typeOf(CallerChanged.class));
        var heard = records.about(Topic.CALLERS.title(), "account:" + account).getLast();
        assertThat(Duration.between(asked, Instant.ofEpochMilli(heard.timestamp())))
                .isLessThan(Duration.ofSeconds(1));
        enable().then().statusCode(200);
        assertThat(toldOfTheAccount())
                .containsExactly(
                        typeOf(AccountRegistered.class),
                        typeOf(AccountVerified.class),
                        typeOf(AccountDisabled.class),
                        typeOf(AccountEnabled.class));
    }

    @Test
    void sixtyFourTwinsDisableOnceAndTellOnce() {
        List<Response> answers = Concurrently.call(64, twin -> disable());

        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
        enable().then().statusCode(200);
        assertThat(toldOfTheAccount())
                .containsExactly(
                        typeOf(AccountRegistered.class),
                        typeOf(AccountVerified.class),
                        typeOf(AccountDisabled.class),
                        typeOf(AccountEnabled.class));
        assertThat(records.about(Topic.CALLERS.title(), "account:" + account))
                .as("verified, then disabled")
                .hasSize(2);
    }

    @Test
    void repeatDoesNotDisableAnAccountEnabledSince() {
        String repeat = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            installationAdmin(ADMIN)
                    .header("Idempotency-Key", repeat)
                    .body(WHY)
                    .post("/application/users/{id}/disable", account)
                    .then()
                    .statusCode(200)
                    .body("data.disabled", equalTo(true));
            enable().then().statusCode(200);
        }
        TestAccounts.login(name, TestAccounts.PASSWORD).then().statusCode(200);
        installationAdmin(ADMIN)
                .header("Idempotency-Key", repeat)
                .body(Map.of("reason", "Another"))
                .post("/application/users/{id}/disable", account)
                .then()
                .statusCode(422);
    }

    /** The login is told by its session, which is another document: its place among these is its own. */
    private List<String> toldOfTheAccount() {
        return records.typesAbout(Topic.IDENTITY, account, 5).stream()
                .filter(type -> !type.equals(typeOf(AccountLoggedIn.class)))
                .toList();
    }

    private Response refresh() {
        return json().body(Map.of("refreshToken", ana.refreshToken())).post("/application/auth/refresh");
    }

    private Response disable() {
        return installationAdmin(ADMIN).body(WHY).post("/application/users/{id}/disable", account);
    }

    private Response enable() {
        return installationAdmin(ADMIN).body(WHY).post("/application/users/{id}/enable", account);
    }
}

package dev.regulars.identity.accounts.recovery;

import static com.mongodb.client.model.Updates.set;
import static dev.regulars.events.DomainEvent.typeOf;
import static dev.regulars.identity.TestAccounts.PASSWORD;
import static dev.regulars.identity.TestAccounts.code;
import static dev.regulars.identity.TestAccounts.exchange;
import static dev.regulars.identity.TestAccounts.json;
import static dev.regulars.identity.TestAccounts.login;
import static dev.regulars.identity.TestAccounts.member;
import static dev.regulars.identity.TestAccounts.name;
import static dev.regulars.identity.TestAccounts.register;
import static dev.regulars.identity.TestAccounts.token;
import static dev.regulars.identity.TestAccounts.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.events.Topic;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.identity.StoredDocuments;
import dev.regulars.identity.TestAccounts.LoggedInUser;
import dev.regulars.local.LocalMail;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NewPasswordTest {

    private static final String ANOTHER = "another @Password456";

    LocalMail mail;
    KafkaRecords records;

    @Inject
    StoredDocuments stored;

    @Test
    void mailedTokenSetsAPasswordAndEndsAllSessions() {
        LoggedInUser ana = visitor(member(mail));
        String token = forgot(ana.name(), 2);

        reset(token, ANOTHER)
                .then()
                .statusCode(200)
                .body("message", equalTo("Reset password success."))
                .body("data", anEmptyMap());

        assertThat(exchange(ana.token())).isEqualTo(401);
        login(ana.name(), PASSWORD).then().statusCode(401);
        login(ana.name(), ANOTHER).then().statusCode(200);
        assertThat(records.typesAbout(Topic.CALLERS, "account:" + ana.account(), 2))
                .as("verified, then all sessions ended")
                .containsExactly(typeOf(CallerChanged.class), typeOf(CallerChanged.class));
        refused(reset(token, ANOTHER));
    }

    @Test
    void tokenCanBeUsedOnceUnderConcurrency() {
        String name = member(mail);
        String token = forgot(name, 2);

        var answers = Concurrently.call(64, number -> reset(token, "password of number " + number));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 400).hasSize(63);
        int won = answers.indexOf(answers.stream()
                .filter(answer -> answer.statusCode() == 200)
                .findFirst()
                .orElseThrow());
        login(name, "password of number " + won).then().statusCode(200);
    }

    @Test
    void tokenSetsThePasswordOfItsAccountOnly() {
        String ana = member(mail);
        String ben = member(mail);

        reset(forgot(ben, 2), ANOTHER).then().statusCode(200);

        login(ana, PASSWORD).then().statusCode(200);
        login(ben, ANOTHER).then().statusCode(200);
    }

    @Test
    void expiredAndUnknownTokensAreRefused() {
        String name = member(mail);
        String token = forgot(name, 2);
        stored.change(name, set("reset.expiresAt", Date.from(Instant.now().minusSeconds(1))));

        refused(reset(token, ANOTHER));
        refused(reset("0".repeat(64), ANOTHER));
        refused(reset("nonsense", ANOTHER));
        login(name, PASSWORD).then().statusCode(200);
    }

    @Test
    void tokenIsReplacedByTheNextOne() {
        String name = member(mail);
        String first = forgot(name, 2);
        stored.anHourLater(name);
        String second = forgot(name, 3);

        refused(reset(first, ANOTHER));
        reset(second, ANOTHER).then().statusCode(200);
    }

    @Test
    void resetByMailVerifiesTheAddress() {
        String name = name();
        register(name).then().statusCode(200);
        code(mail, name, 1);
        stored.anHourLater(name);

        reset(forgot(name, 2), ANOTHER).then().statusCode(200);

        login(name, ANOTHER).then().statusCode(200);
        login(name, PASSWORD).then().statusCode(401);
    }

    @Test
    void repeatByTheSameKeyIsAnsweredAsBefore() {
        String name = member(mail);
        String token = forgot(name, 2);
        String key = UUID.randomUUID().toString();

        for (int i = 0; i < 2; i++) {
            json().header("Idempotency-Key", key)
                    .body(Map.of("token", token, "password", ANOTHER))
                    .post("/application/auth/reset-password")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void invalidPasswordDoesNotUseTheToken() {
        String name = member(mail);
        String token = forgot(name, 2);

        reset(token, "password1")
                .then()
                .statusCode(400)
                .body("meta.errors[0].message", equalTo("password must not be one of the most common passwords"));

        reset(token, ANOTHER).then().statusCode(200);
    }

    @Test
    void changingThePasswordEndsAllOtherSessions() {
        LoggedInUser here = visitor(member(mail));
        LoggedInUser elsewhere = visitor(here.name());

        change(here, PASSWORD, ANOTHER)
                .then()
                .statusCode(200)
                .header("X-Regulars-Changed", equalTo("account:" + here.account()))
                .body("message", equalTo("Update password success."))
                .body("data", anEmptyMap());

        assertThat(exchange(here.token())).isEqualTo(200);
        assertThat(exchange(elsewhere.token())).isEqualTo(401);
        login(here.name(), PASSWORD).then().statusCode(401);
        login(here.name(), ANOTHER).then().statusCode(200);
    }

    @Test
    void wrongCurrentPasswordChangesNothing() {
        LoggedInUser ana = visitor(member(mail));

        change(ana, "not the password", ANOTHER)
                .then()
                .statusCode(400)
                .body("message", equalTo("Bad Request"))
                .body("meta.errors[0].field", equalTo("currentPassword"))
                .body("meta.errors[0].message", equalTo("currentPassword is wrong"));

        login(ana.name(), PASSWORD).then().statusCode(200);
    }

    @Test
    void ofParallelChangesOneIsMade() {
        LoggedInUser ana = visitor(member(mail));

        var answers = Concurrently.call(16, number -> change(ana, PASSWORD, "password of number " + number));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 400).hasSize(15);
    }

    private String forgot(String name, int mails) {
        json().body(Map.of("email", name + "@example.com"))
                .post("/application/auth/forgot-password")
                .then()
                .statusCode(202);
        return token(mail, name, mails);
    }

    private static Response reset(String token, String password) {
        return json().body(Map.of("token", token, "password", password)).post("/application/auth/reset-password");
    }

    private static Response change(LoggedInUser who, String current, String password) {
        return who.calls()
                .body(Map.of("currentPassword", current, "password", password))
                .put("/application/me/password");
    }

    private static void refused(Response answer) {
        answer.then()
                .statusCode(400)
                .body("message", equalTo("Bad Request"))
                .body("meta.errors[0].field", equalTo("token"))
                .body("meta.errors[0].message", equalTo("token is invalid or expired"));
    }
}

package dev.regulars.identity.accounts.emailsecondfactor;

import static dev.regulars.identity.TestAccounts.PASSWORD;
import static dev.regulars.identity.TestAccounts.code;
import static dev.regulars.identity.TestAccounts.json;
import static dev.regulars.identity.TestAccounts.member;
import static dev.regulars.identity.TestAccounts.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.identity.StoredDocuments;
import dev.regulars.identity.TestAccounts;
import dev.regulars.identity.TestAccounts.LoggedInUser;
import dev.regulars.local.LocalMail;
import dev.regulars.testkit.Concurrently;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SecondFactorTest {

    private static final String PATH = "/application/me/second-factor";

    LocalMail mail;

    @Inject
    StoredDocuments stored;

    @Test
    void whenEnabledALoginTakesAMailedCode() {
        LoggedInUser ana = visitor(member(mail));
        turnOn(ana)
                .then()
                .statusCode(200)
                .body("message", equalTo("Enable second factor success."))
                .body("data.enabled", equalTo(true))
                .body("data.changedAt", notNullValue());

        TestAccounts.login(ana.name(), PASSWORD)
                .then()
                .statusCode(401)
                .body("meta.message", equalTo("Second factor required"))
                .body("body", nullValue());

        String code = code(mail, ana.name(), 2);
        login(ana.name(), PASSWORD, code).then().statusCode(200).body("body.user.username", equalTo(ana.name()));
        wrong(login(ana.name(), PASSWORD, code));
    }

    @Test
    void loginApiRefusesInTheSameWords() {
        LoggedInUser ana = visitor(member(mail));
        turnOn(ana);
        Map<String, String> body = new HashMap<>(Map.of("email", ana.name() + "@example.com", "password", PASSWORD));

        json().body(body)
                .post("/application/auth/login")
                .then()
                .statusCode(401)
                .body("message", equalTo("Second factor required"));
        body.put("code", "nope");
        json().body(body)
                .post("/application/auth/login")
                .then()
                .statusCode(401)
                .body("message", equalTo("Second factor invalid"));
    }

    @Test
    void withoutTheRightPasswordNoCodeIsMailed() {
        LoggedInUser ana = visitor(member(mail));
        turnOn(ana);

        TestAccounts.login(ana.name(), "not the password")
                .then()
                .statusCode(401)
                .body("meta.message", equalTo("Invalid email or password"));

        assertThat(stored.account(ana.name()).get("factorCode")).isNull();
    }

    @Test
    void secondLoginWithinAMinuteKeepsTheCode() {
        LoggedInUser ana = visitor(member(mail));
        turnOn(ana);
        Concurrently.call(8, number -> TestAccounts.login(ana.name(), PASSWORD));
        String code = code(mail, ana.name(), 2);

        TestAccounts.login(ana.name(), PASSWORD).then().statusCode(401);

        assertThat(mail.to(ana.name() + "@example.com")).hasSize(2);
        login(ana.name(), PASSWORD, code).then().statusCode(200);
    }

    @Test
    void codeCanBeUsedOnceUnderConcurrency() {
        LoggedInUser ana = visitor(member(mail));
        turnOn(ana);
        TestAccounts.login(ana.name(), PASSWORD);
        String code = code(mail, ana.name(), 2);

        var answers = Concurrently.call(16, number -> login(ana.name(), PASSWORD, code));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
        assertThat(answers)
                .as("a used code is a wrong guess, and of those ten are looked at")
                .filteredOn(answer -> answer.statusCode() == 401 || answer.statusCode() == 429)
                .hasSize(15);
    }

    @Test
    void noCodeDiesOfWrongGuesses() {
        LoggedInUser ana = visitor(member(mail));
        turnOn(ana);
        TestAccounts.login(ana.name(), PASSWORD);
        String code = code(mail, ana.name(), 2);
        String other = code.equals("000000") ? "000001" : "000000";

        Concurrently.call(8, number -> login(ana.name(), PASSWORD, other));

        login(ana.name(), PASSWORD, " " + code.substring(0, 3) + " " + code.substring(3))
                .then()
                .statusCode(200);
    }

    @Test
    void codeOfAnotherAccountIsWrong() {
        LoggedInUser ana = visitor(member(mail));
        LoggedInUser ben = visitor(member(mail));
        turnOn(ana);
        turnOn(ben);
        TestAccounts.login(ana.name(), PASSWORD);
        TestAccounts.login(ben.name(), PASSWORD);
        String codeOfBen = code(mail, ben.name(), 2);

        if (!codeOfBen.equals(code(mail, ana.name(), 2))) {
            wrong(login(ana.name(), PASSWORD, codeOfBen));
        }
        login(ben.name(), PASSWORD, codeOfBen).then().statusCode(200);
    }

    @Test
    void disablingTakesPasswordAndCode() {
        LoggedInUser ana = visitor(member(mail));
        turnOn(ana);

        turnOff(ana, PASSWORD, null).then().statusCode(401).body("message", equalTo("Second factor required"));
        String code = code(mail, ana.name(), 2);
        turnOff(ana, "not the password", code)
                .then()
                .statusCode(400)
                .body("meta.errors[0].message", equalTo("password is wrong"));
        turnOff(ana, PASSWORD, "nope").then().statusCode(401).body("message", equalTo("Second factor invalid"));
        turnOff(ana, PASSWORD, code)
                .then()
                .statusCode(200)
                .body("message", equalTo("Disable second factor success."))
                .body("data.enabled", equalTo(false));

        TestAccounts.login(ana.name(), PASSWORD).then().statusCode(200);
        turnOff(ana, PASSWORD, null).then().statusCode(200).body("data.enabled", equalTo(false));
    }

    @Test
    void enablingAgainChangesNothing() {
        LoggedInUser ana = visitor(member(mail));
        String since = turnOn(ana).path("data.changedAt");

        turnOn(ana).then().statusCode(200).body("data.changedAt", equalTo(since));
        ana.calls()
                .body(Map.of("password", "not the password"))
                .post(PATH)
                .then()
                .statusCode(400)
                .body("meta.errors[0].field", equalTo("password"));
    }

    private static Response turnOn(LoggedInUser who) {
        return who.calls().body(Map.of("password", PASSWORD)).post(PATH);
    }

    private static Response turnOff(LoggedInUser who, String password, String code) {
        Map<String, String> body = new HashMap<>(Map.of("password", password));
        if (code != null) {
            body.put("code", code);
        }
        return who.calls().body(body).delete(PATH);
    }

    private static Response login(String name, String password, String code) {
        return json().body(Map.of("email", name + "@example.com", "password", password, "code", code))
                .post("/system/auth/login");
    }

    private static void wrong(Response answer) {
        answer.then().statusCode(401).body("meta.message", equalTo("Second factor invalid"));
    }
}

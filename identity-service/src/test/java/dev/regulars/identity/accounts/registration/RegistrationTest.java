package dev.regulars.identity.accounts.registration;

import static dev.regulars.events.DomainEvent.typeOf;
import static dev.regulars.identity.TestAccounts.code;
import static dev.regulars.identity.TestAccounts.form;
import static dev.regulars.identity.TestAccounts.json;
import static dev.regulars.identity.TestAccounts.login;
import static dev.regulars.identity.TestAccounts.member;
import static dev.regulars.identity.TestAccounts.name;
import static dev.regulars.identity.TestAccounts.register;
import static dev.regulars.identity.TestAccounts.verify;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.events.Topic;
import dev.regulars.events.identity.IdentityEvent.AccountLoggedIn;
import dev.regulars.events.identity.IdentityEvent.AccountRegistered;
import dev.regulars.events.identity.IdentityEvent.AccountVerified;
import dev.regulars.identity.StoredDocuments;
import dev.regulars.identity.TestAccounts;
import dev.regulars.local.LocalMail;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RegistrationTest {

    LocalMail mail;
    KafkaRecords records;

    @Inject
    StoredDocuments stored;

    final String name = name();

    @Test
    void registrationVerificationAndLoginEmitTheirEvents() {
        register(name)
                .then()
                .statusCode(200)
                .body("meta.success", equalTo(true))
                .body("meta.message", equalTo("User has been registered successfully"))
                .body("meta.devMessage", equalTo("User has been registered successfully"))
                .body("body.username", equalTo(name))
                .body("body.email", equalTo(name + "@example.com"));

        verify(name, code(mail, name, 1))
                .then()
                .statusCode(200)
                .body("meta.message", equalTo("Email has been verified successfully"))
                .body("body.verified", equalTo(true));

        String account = login(name, TestAccounts.PASSWORD)
                .then()
                .statusCode(200)
                .extract()
                .path("body.user._id");
        assertThat(records.typesAbout(Topic.IDENTITY, account, 3))
                .containsSubsequence(typeOf(AccountRegistered.class), typeOf(AccountVerified.class))
                .contains(typeOf(AccountLoggedIn.class));
    }

    @Test
    void codeCanBeUsedOnceUnderConcurrency() {
        register(name).then().statusCode(200);
        String code = code(mail, name, 1);

        var answers = Concurrently.call(64, number -> verify(name, code).statusCode());

        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers)
                .as("a used code is a wrong guess, and of those ten are looked at")
                .filteredOn(status -> status == 400 || status == 429)
                .hasSize(63);
    }

    @Test
    void verifiedAddressAnswersTheSameAndItsOwnerGetsANotice() {
        String owner = member(mail);
        var again = new HashMap<>(form(owner));
        again.put("username", name);
        again.put("password", "another password");
        again.put("confirmPassword", "another password");

        json().body(again)
                .post("/system/auth/register")
                .then()
                .statusCode(200)
                .body("body.email", equalTo(owner + "@example.com"));

        await().atMost(ofSeconds(20))
                .until(() -> mail.to(owner + "@example.com").size() == 2);
        assertThat(mail.to(owner + "@example.com").getLast().subject()).contains("already have an account");
        login(owner, TestAccounts.PASSWORD).then().statusCode(200);
        login(owner, "another password").then().statusCode(401);
    }

    @Test
    void usernameIsTakenInAnyCase() {
        register(name).then().statusCode(200);
        var other = new HashMap<>(form(name()));
        other.put("username", name.toUpperCase(java.util.Locale.ROOT));

        json().body(other)
                .post("/system/auth/register")
                .then()
                .statusCode(409)
                .body("meta.message", equalTo("username already exists"));
    }

    @Test
    void takenUsernameRevealsNothingAboutAnAddress() {
        String owner = member(mail);
        String other = member(mail);
        var known = new HashMap<>(form(owner));
        known.put("username", other);
        var unknown = new HashMap<>(form(name));
        unknown.put("username", other);

        Response atKnown = json().body(known).post("/system/auth/register");
        Response atUnknown = json().body(unknown).post("/system/auth/register");

        assertThat(atKnown.statusCode()).isEqualTo(409);
        assertThat(atKnown.asString()).isEqualTo(atUnknown.asString());
    }

    @Test
    void confusableUsernameIsTaken() {
        register(name).then().statusCode(200);
        var other = new HashMap<>(form(name()));
        other.put("username", name.replace('u', '\u057D'));

        json().body(other)
                .post("/system/auth/register")
                .then()
                .statusCode(409)
                .body("meta.message", equalTo("username already exists"));
    }

    @Test
    void differentSpellingOfAnAddressIsTheSame() {
        var form = new HashMap<>(form(name));
        form.put("email", name.toUpperCase(java.util.Locale.ROOT) + "@EXAMPLE.com");

        json().body(form).post("/system/auth/register").then().statusCode(200);

        verify(name, code(mail, name, 1)).then().statusCode(200);
        login(name, TestAccounts.PASSWORD).then().statusCode(200);
    }

    @Test
    void thirtyTwoParallelRepeatsAreOneRegistration() {
        String key = UUID.randomUUID().toString();

        List<Response> answers = Concurrently.call(
                32,
                twin -> json().header("Idempotency-Key", key).body(form(name)).post("/system/auth/register"));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
        assertThat(answers.stream().map(Response::asString).collect(Collectors.toSet()))
                .hasSize(1);
        code(mail, name, 1);
        assertThat(mail.to(name + "@example.com")).hasSize(1);
    }

    @Test
    void keyOfAnotherBodyIsRefused() {
        String key = UUID.randomUUID().toString();
        json().header("Idempotency-Key", key)
                .body(form(name))
                .post("/system/auth/register")
                .then()
                .statusCode(200);
        var other = new HashMap<>(form(name));
        other.put("firstname", "Bea");

        json().header("Idempotency-Key", key)
                .body(other)
                .post("/system/auth/register")
                .then()
                .statusCode(422)
                .body("meta.message", equalTo("Idempotency-Key used with another body"));
    }
}

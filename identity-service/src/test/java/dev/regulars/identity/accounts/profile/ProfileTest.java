package dev.regulars.identity.accounts.profile;

import static dev.regulars.events.DomainEvent.typeOf;
import static dev.regulars.identity.TestAccounts.member;
import static dev.regulars.identity.TestAccounts.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.events.Topic;
import dev.regulars.events.identity.IdentityEvent.AccountProfiled;
import dev.regulars.identity.StoredDocuments;
import dev.regulars.identity.TestAccounts.LoggedInUser;
import dev.regulars.local.LocalMail;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.KafkaRecords;
import dev.regulars.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ProfileTest {

    LocalMail mail;
    KafkaRecords records;

    @Inject
    StoredDocuments stored;

    @Test
    void ownProfileCanBeRead() {
        LoggedInUser ana = visitor(member(mail));

        ana.calls()
                .get("/application/me")
                .then()
                .statusCode(200)
                .body("message", equalTo("Read profile success."))
                .body("data._id", equalTo(ana.account()))
                .body(
                        "data.id",
                        equalTo(Integer.parseInt(stored.account(ana.name()).getString("userId"))))
                .body("data.username", equalTo(ana.name()))
                .body("data.email", equalTo(ana.name() + "@example.com"))
                .body("data.displayName", equalTo("Ana Okafor"))
                .body("data.avatar", nullValue())
                .body("data.isOnline", equalTo(false))
                .body("data.language", equalTo("English"))
                .body("data.nickname", equalTo(""))
                .body("data.utcOffset", equalTo(0))
                .body("data.lastLogin", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
    }

    @Test
    void onlyMembersOfThePatchChange() {
        LoggedInUser ana = visitor(member(mail));

        change(
                        ana,
                        Map.of(
                                "displayName",
                                "\u0622\u0646\u0627",
                                "language",
                                "Arabic",
                                "nickname",
                                "annie",
                                "utcOffset",
                                3))
                .then()
                .statusCode(200)
                .body("message", equalTo("Update profile success."))
                .body("data.displayName", equalTo("\u0622\u0646\u0627"))
                .body("data.firstName", equalTo("Ana"))
                .body("data.language", equalTo("Arabic"))
                .body("data.nickname", equalTo("annie"))
                .body("data.utcOffset", equalTo(3));
        change(ana, Map.of("nickname", ""))
                .then()
                .body("data.nickname", equalTo(""))
                .body("data.language", equalTo("Arabic"));

        assertThat(records.typesAbout(Topic.IDENTITY, ana.account(), 5)).contains(typeOf(AccountProfiled.class));
    }

    @Test
    void emptyPatchEmitsNothing() {
        LoggedInUser ana = visitor(member(mail));
        Object before = stored.account(ana.name()).get("version");

        change(ana, Map.of()).then().statusCode(200).body("data.username", equalTo(ana.name()));

        assertThat(stored.account(ana.name()).get("version")).isEqualTo(before);
    }

    @Test
    void parallelChangesAreAllMade() {
        LoggedInUser ana = visitor(member(mail));

        var answers = Concurrently.call(
                64, number -> change(ana, number % 2 == 0 ? Map.of("firstName", "Anna") : Map.of("lastName", "Silva")));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
        ana.calls()
                .get("/application/me")
                .then()
                .body("data.firstName", equalTo("Anna"))
                .body("data.lastName", equalTo("Silva"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"username\": \"other\"} | username | username is an unknown property",
                "{\"email\": \"other@example.com\"} | email | email is an unknown property",
                "{\"displayName\": \"\"} | displayName | displayName must have visible characters and no control or hidden ones",
                "{\"displayName\": \"\\u202Eana\"} | displayName | displayName must have visible characters and no control or hidden ones",
                "{\"displayName\": \"\\u200B\"} | displayName | displayName must have visible characters and no control or hidden ones",
                "{\"displayName\": {\"$set\": 1}} | displayName | displayName must be a string",
                "{\"language\": \"Klingonese\"} | language | language must be the English name of a language",
                "{\"utcOffset\": 15} | utcOffset | utcOffset must be -12 to 14",
                "{\"utcOffset\": 1.5} | utcOffset | utcOffset must be a number",
            })
    void invalidMemberIsNamed(String body, String field, String message) {
        visitor(member(mail))
                .calls()
                .body(body)
                .patch("/application/me")
                .then()
                .statusCode(400)
                .body("meta.errors[0].field", equalTo(field))
                .body("meta.errors[0].message", equalTo(message));
    }

    @Test
    void keyHasNoProfile() {
        Tokens.key("c".repeat(24), "getUserData").get("/application/me").then().statusCode(401);
    }

    private static Response change(LoggedInUser who, Map<String, ?> change) {
        return who.calls().body(change).patch("/application/me");
    }
}

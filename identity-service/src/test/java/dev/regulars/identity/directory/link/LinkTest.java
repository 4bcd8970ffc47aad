package dev.regulars.identity.directory.link;

import static com.mongodb.client.model.Updates.set;
import static dev.regulars.identity.TestAccounts.json;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.identity.StoredDocuments;
import dev.regulars.identity.TestAccounts;
import dev.regulars.local.LocalMail;
import dev.regulars.local.Mail;
import dev.regulars.testkit.Concurrently;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a community asks for an account. */
@QuarkusTest
class LinkTest {

    LocalMail mail;

    @Inject
    StoredDocuments stored;

    LinkFixture link;

    @BeforeEach
    void member() {
        link = new LinkFixture(mail);
    }

    @AfterEach
    void close() {
        link.close();
    }

    @Test
    void accountIsLinkedOnlyAfterItsOwnerAccepted() {
        Response asked = link.ask(Map.of());
        assertThat(asked.statusCode()).isEqualTo(202);
        assertThat(asked.asString())
                .isEqualTo("{\"status\":\"success\",\"message\":\"Confirmation sent\",\"data\":{\"email\":\""
                        + link.name + "@example.com\",\"status\":\"pending\"}}");
        String token = link.token(1);
        link.info().then().statusCode(404).body("message", equalTo("Record Not Found"));
        assertThat(link.communities.joins).isEmpty();

        Response confirmed = link.confirm(token, true);

        assertThat(confirmed.statusCode()).isEqualTo(200);
        assertThat(confirmed.asString())
                .isEqualTo("{\"meta\":{\"status\":\"success\",\"statusCode\":200},"
                        + "\"message\":\"Confirm account link success.\",\"data\":{\"status\":\"accepted\"}}");
        link.info()
                .then()
                .statusCode(200)
                .body("data.username", equalTo(link.name))
                .body("data.firstName", equalTo("Anna"))
                .body("data.lastName", equalTo("Berg"));
        assertThat(link.communities.joins).hasSize(1);
        assertThat(link.communities.joins.getFirst().getInt("accessLevel")).isEqualTo(4);
        link.ask(Map.of()).then().statusCode(409).body("message", equalTo("email already exists"));
    }

    @Test
    void declinedAccountIsNotSeenAndNotAskedAgain() {
        link.ask(Map.of()).then().statusCode(202);

        link.confirm(link.token(1), false)
                .then()
                .statusCode(200)
                .body("data.status", equalTo("declined"))
                .body("message", equalTo("Confirm account link success."));

        link.info().then().statusCode(404);
        link.ask(Map.of()).then().statusCode(202).body("data.status", equalTo("pending"));
        assertThat(link.communities.joins).isEmpty();
        link.assertOneQuestion();
    }

    @Test
    void ownerIsAskedInTheirLanguage() {
        stored.change(link.name, set("language", "Arabic"));
        link.ask(Map.of()).then().statusCode(202);

        Mail question = await().atMost(ofSeconds(20))
                .until(() -> mail.to(link.name + "@example.com"), all -> all.size() == 2)
                .getLast();

        assertThat(question.subject()).isEqualTo("أحد المجتمعات يود إضافتك");
        assertThat(question.html()).contains("<html lang=\"ar\" dir=\"rtl\">");
        String token = question.text().replaceAll("(?s).*?([0-9a-f]{64}).*", "$1");
        assertThat(question.html()).contains(">" + token + "</bdi>");
        link.confirm(token, true).then().statusCode(200);
    }

    @Test
    void sixtyFourParallelRequestsAreOneMail() {
        List<Response> answers = Concurrently.call(64, number -> link.ask(Map.of()));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 202);
        link.token(1);
        link.assertOneQuestion();
    }

    @Test
    void repeatUnderItsKeyGetsTheFirstAnswer() {
        String repeat = UUID.randomUUID().toString();
        RequestSpecification create = link.caller().header("Idempotency-Key", repeat);
        create.body(link.wish(Map.of())).post("/integration/users").then().statusCode(202);
        link.caller()
                .header("Idempotency-Key", repeat)
                .body(link.wish(Map.of()))
                .post("/integration/users")
                .then()
                .statusCode(202)
                .body("data.status", equalTo("pending"));
        link.caller()
                .header("Idempotency-Key", repeat)
                .body(link.wish(Map.of("accessLevel", 5)))
                .post("/integration/users")
                .then()
                .statusCode(422)
                .body("message", equalTo("Idempotency-Key used with another body"));

        String token = link.token(1);
        for (int i = 0; i < 2; i++) {
            json().header("Idempotency-Key", repeat)
                    .body(Map.of("token", token, "accept", true))
                    .post("/application/auth/account-links/confirm")
                    .then()
                    .statusCode(200)
                    .body("data.status", equalTo("accepted"));
        }
    }

    @Test
    void withoutJoinServerTheAccountIsKnownButNoMember() {
        link.ask(Map.of("joinServer", false)).then().statusCode(202);

        link.confirm(link.token(1), true).then().statusCode(200);

        assertThat(link.communities.joins).isEmpty();
        link.info().then().statusCode(404);
        link.ask(Map.of()).then().statusCode(409);
    }

    @Test
    void accountThatTheCommunityKnowsIsAConflict() {
        String made = TestAccounts.name();
        var user = link.wish(Map.of("username", made, "email", made + "@example.com"));
        link.caller().body(user).post("/integration/users").then().statusCode(200);
        link.caller()
                .body(user)
                .post("/integration/users")
                .then()
                .statusCode(409)
                .body("message", equalTo("email already exists"));

        link.caller()
                .body(Map.of("action", "delete", "user", made))
                .post("/integration/users/manage")
                .then()
                .statusCode(200);
        link.caller().body(user).post("/integration/users").then().statusCode(409);
        link.ask(Map.of("username", made, "email", TestAccounts.name() + "@example.com"))
                .then()
                .statusCode(409)
                .body("message", equalTo("username already exists"));
    }
}

package dev.regulars.identity.directory.link;

import static dev.regulars.identity.TestAccounts.json;
import static dev.regulars.testkit.Tokens.key;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.crypto.Secrets;
import dev.regulars.identity.StoredDocuments;
import dev.regulars.identity.directory.CommunityServiceStub;
import dev.regulars.local.LocalMail;
import dev.regulars.testkit.Concurrently;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the owner of an account answers. */
@QuarkusTest
class LinkAnswerTest {

    private static final String REFUSED =
            "{\"meta\":{\"status\":\"error\",\"statusCode\":400,\"code\":\"token_refused\",\"errors\":[{\"field\":\"token\",\"message\":\"token is invalid or expired\"}]},"
                    + "\"message\":\"Bad Request\"}";

    @Inject
    ReactiveMongoClient mongo;

    LocalMail mail;

    LinkFixture link;

    @Inject
    StoredDocuments stored;

    @BeforeEach
    void member() {
        link = new LinkFixture(mail);
    }

    @AfterEach
    void close() {
        link.close();
    }

    @Test
    void sixtyFourParallelUsesOfATokenAreOneSuccess() {
        link.ask(Map.of()).then().statusCode(202);
        String token = link.token(1);

        List<Response> answers = Concurrently.call(64, number -> link.confirm(token, number % 2 == 0));

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() != 200))
                .allMatch(answer ->
                        answer.statusCode() == 400 && answer.asString().equals(REFUSED));
    }

    @Test
    void wrongUsedAndExpiredTokensAreRefusedAlike() {
        link.ask(Map.of()).then().statusCode(202);
        String token = link.token(1);
        for (String foreign :
                List.of(Secrets.key(), "a", "x".repeat(100_000), token.toUpperCase(java.util.Locale.ROOT))) {
            assertThat(link.confirm(foreign, true).asString()).isEqualTo(REFUSED);
        }

        links().updateOne(
                        new Document("_id", linkId()),
                        new Document(
                                "$set", new Document("expiresAt", Instant.now().minusSeconds(1))))
                .await()
                .indefinitely();
        assertThat(link.confirm(token, true).asString()).isEqualTo(REFUSED);
        link.info().then().statusCode(404);

        stored.anHourLater(link.name);
        link.ask(Map.of()).then().statusCode(202);
        String second = link.token(2);
        assertThat(link.confirm(token, true).asString()).isEqualTo(REFUSED);
        link.confirm(second, true).then().statusCode(200);
        assertThat(link.confirm(second, true).asString()).isEqualTo(REFUSED);
    }

    @Test
    void tokenWorksForTheRequestingCommunityOnly() {
        link.ask(Map.of()).then().statusCode(202);
        String token = link.token(1);
        String other = "e".repeat(24);
        stored.anHourLater(link.name);
        key(other, "createUser")
                .body(link.wish(Map.of()))
                .post("/integration/users")
                .then()
                .statusCode(202);
        link.token(2);

        link.confirm(token, true).then().statusCode(200);

        link.info().then().statusCode(200);
        key(other, "getUserData")
                .body(Map.of("idOrEmail", link.name + "@example.com"))
                .post("/integration/users/info")
                .then()
                .statusCode(404);
    }

    @Test
    void onlyAHashOfTheTokenIsStored() {
        link.ask(Map.of()).then().statusCode(202);
        String token = link.token(1);

        Document kept = await().atMost(ofSeconds(10))
                .until(
                        () -> links().find(new Document("_id", linkId()))
                                .toUni()
                                .await()
                                .indefinitely(),
                        found -> !found.containsKey("encryptedToken"));

        assertThat(kept.getString("tokenHash")).isEqualTo(Secrets.hash(token));
        assertThat(kept.toJson()).doesNotContain(token);
    }

    @Test
    void acceptedLinkIsCarriedOutOnceCommunityServiceIsBack() {
        link.ask(Map.of()).then().statusCode(202);
        String token = link.token(1);
        link.communities.close();

        link.confirm(token, true).then().statusCode(200);
        link.info().then().statusCode(404);

        try (var back = new CommunityServiceStub()) {
            await().atMost(ofSeconds(30)).until(() -> link.info().statusCode() == 200);
            assertThat(back.joins).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"accept\":true}                     | token  | token is required",
                "{\"token\":\"a\"}                       | accept | accept is required",
                "{\"token\":{\"$ne\":\"\"},\"accept\":true}  | token  | token must be a string",
                "{\"token\":\"a\",\"accept\":\"yes\"}        | accept | accept must be true or false",
                "{\"token\":\"a\",\"accept\":true,\"b\":1}   | b      | b is an unknown property",
            })
    void invalidFieldIsNamed(String body, String field, String message) {
        json().body(body)
                .post("/application/auth/account-links/confirm")
                .then()
                .statusCode(400)
                .body("message", equalTo("Bad Request"))
                .body("meta.errors[0].field", equalTo(field))
                .body("meta.errors[0].message", equalTo(message));
    }

    private String linkId() {
        return links().find(new Document("communityId", link.community))
                .toUni()
                .await()
                .indefinitely()
                .getString("_id");
    }

    private ReactiveMongoCollection<Document> links() {
        return mongo.getDatabase("identity").getCollection("links");
    }
}

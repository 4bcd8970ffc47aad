package dev.regulars.identity.accounts.session;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static dev.regulars.events.DomainEvent.typeOf;
import static dev.regulars.identity.TestAccounts.exchange;
import static dev.regulars.identity.TestAccounts.json;
import static dev.regulars.identity.TestAccounts.member;
import static dev.regulars.identity.TestAccounts.name;
import static dev.regulars.identity.TestAccounts.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.mongodb.client.model.Updates;
import dev.regulars.events.Topic;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.IdentityEvent.AccountLoggedIn;
import dev.regulars.identity.StoredDocuments;
import dev.regulars.identity.TestAccounts;
import dev.regulars.identity.TestAccounts.LoggedInUser;
import dev.regulars.local.LocalMail;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SessionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    LocalMail mail;
    KafkaRecords records;

    @Inject
    StoredDocuments stored;

    @Test
    void sessionsWithoutFamilyDoNotPreventStartUp() {
        var sessions = stored.collection("sessions");
        var old = List.of(new Document("_id", name()), new Document("_id", name()));
        sessions.dropIndex("family_1")
                .chain(() -> sessions.insertMany(old))
                .chain(Sessions::buildIndexes)
                .await()
                .atMost(Duration.ofSeconds(10));

        var ids = old.stream().map(session -> session.getString("_id")).toList();
        assertThat(stored.count("sessions", and(in("_id", ids), exists("family", false))))
                .isEqualTo(2);
    }

    @Test
    void loginApiAnswersTokensAndPerson() {
        String name = member(mail);

        json().body(Map.of("email", name + "@example.com", "password", TestAccounts.PASSWORD))
                .post("/application/auth/login")
                .then()
                .statusCode(200)
                .body("message", equalTo("Login success."))
                .body("meta.status", equalTo("success"))
                .body("data.token", notNullValue())
                .body("data.refreshToken", matchesPattern("[0-9a-f]{64}"))
                .body("data.user.username", equalTo(name))
                .body("data.user.avatar", nullValue())
                .body(
                        "data.user.id",
                        equalTo(Integer.parseInt(stored.account(name).getString("userId"))))
                .body("data.user.lastLogin", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
    }

    @Test
    void loginApiRefusesInItsFamilysWords() {
        json().body(Map.of("email", name() + "@example.com", "password", TestAccounts.PASSWORD))
                .post("/application/auth/login")
                .then()
                .statusCode(401)
                .body("message", equalTo("Unauthorized"));
    }

    @Test
    void loginEmitsItsEvent() {
        LoggedInUser ana = visitor(member(mail));

        assertThat(records.typesAbout(Topic.IDENTITY, ana.account(), 3)).contains(typeOf(AccountLoggedIn.class));
    }

    @Test
    void refreshAnswersTheNextPair() {
        LoggedInUser ana = visitor(member(mail));

        Response next = refresh(ana.refreshToken());

        next.then().statusCode(200).body("message", equalTo("Refresh success."));
        assertThat(next.<String>path("data.refreshToken")).isNotEqualTo(ana.refreshToken());
        assertThat(exchange(next.path("data.token"))).isEqualTo(200);
        refresh(next.path("data.refreshToken")).then().statusCode(200);
    }

    @Test
    void reusedRefreshTokenEndsItsSession() {
        LoggedInUser ana = visitor(member(mail));
        Response next = refresh(ana.refreshToken());
        Response third = refresh(next.path("data.refreshToken"));

        refresh(ana.refreshToken()).then().statusCode(401).body("message", equalTo("Unauthorized"));

        refresh(third.path("data.refreshToken")).then().statusCode(401);
        assertThat(exchange(third.path("data.token"))).isEqualTo(401);
        assertThat(exchange(ana.token())).isEqualTo(401);
        assertThat(records.typesAbout(Topic.CALLERS, "credential:" + ana.session(), 1))
                .containsExactly(typeOf(CallerChanged.class));
        visitor(ana.name());
    }

    @Test
    void a14_justReplacedTokenGetsTheSameSuccessorForTenSeconds() {
        LoggedInUser ana = visitor(member(mail));
        String successor = refresh(ana.refreshToken()).path("data.refreshToken");

        assertThat(refresh(ana.refreshToken()).<String>path("data.refreshToken"))
                .isEqualTo(successor);
        change(ana.session(), "replacedAt", Instant.now().minusSeconds(11));
        refresh(ana.refreshToken()).then().statusCode(401);

        refresh(successor).then().statusCode(401);
    }

    @Test
    void sixtyFourParallelRefreshesGetOneSuccessorAndOneSession() {
        LoggedInUser ana = visitor(member(mail));

        var answers = Concurrently.call(64, number -> refresh(ana.refreshToken()));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
        assertThat(answers.stream()
                        .map(answer -> answer.<String>path("data.refreshToken"))
                        .distinct())
                .hasSize(1);
        assertThat(stored.count("sessions", and(eq("accountId", ana.account()), exists("revokedAt", false))))
                .isOne();
        refresh(answers.getFirst().path("data.refreshToken")).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nonsense", "0000000000000000000000000000000000000000000000000000000000000000", "\uD83D\uDE00"})
    void wrongRefreshTokenIsRefused(String token) {
        refresh(token).then().statusCode(401).body("message", equalTo("Unauthorized"));
    }

    @Test
    void refreshAndAccessTokensAreNotInterchangeable() {
        LoggedInUser ana = visitor(member(mail));

        assertThat(exchange(ana.refreshToken())).isEqualTo(401);
        refresh(ana.token()).then().statusCode(401);
        assertThat(exchange(ana.token())).isEqualTo(200);
    }

    @Test
    void sessionEndsWithoutARefresh() {
        LoggedInUser ana = visitor(member(mail));
        change(ana.session(), "expiresAt", Instant.now().minusSeconds(1));

        refresh(ana.refreshToken()).then().statusCode(401);
        assertThat(exchange(ana.token())).isEqualTo(401);
    }

    @Test
    void refreshedSessionEndsAtItsLongestLifetime() {
        LoggedInUser ana = visitor(member(mail));
        change(ana.session(), "createdAt", Instant.now().minus(Duration.ofDays(89)));

        refresh(ana.refreshToken()).then().statusCode(200);

        Date end = stored.collection("sessions")
                .find(eq("_id", ana.session()))
                .collect()
                .first()
                .await()
                .atMost(PATIENCE)
                .getDate("expiresAt");
        assertThat(end.toInstant()).isBefore(Instant.now().plus(Duration.ofDays(1)));
    }

    @Test
    void loginWithTheFormerPasswordEnds() {
        LoggedInUser ana = visitor(member(mail));
        stored.change(ana.name(), Updates.inc("sessionGeneration", 1L));

        assertThat(exchange(ana.token())).isEqualTo(401);
        assertThat(exchange(visitor(ana.name()).token())).isEqualTo(200);
    }

    @Test
    void refreshTokensAreNotStoredInClear() {
        LoggedInUser ana = visitor(member(mail));

        assertThat(stored.count("sessions", and(eq("accountId", ana.account()), exists("refreshHash"))))
                .isEqualTo(1);
        assertThat(stored.count("sessions", eq("refreshHash", ana.refreshToken())))
                .isZero();
    }

    private void change(String session, String field, Instant value) {
        var unused = stored.collection("sessions")
                .updateOne(eq("_id", session), Updates.set(field, Date.from(value)))
                .await()
                .atMost(PATIENCE);
    }

    private static Response refresh(String token) {
        return json().body(Map.of("refreshToken", token)).post("/application/auth/refresh");
    }
}

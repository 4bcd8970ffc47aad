package dev.regulars.gamification.referral;

import static dev.regulars.gamification.Members.id;
import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.user;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.ServerCreated;
import dev.regulars.events.identity.IdentityEvent.MemberReferred;
import dev.regulars.gamification.Members;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.IdentityStub;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReferralResourceTest {

    IdentityStub identity;
    KafkaRecords records;

    final Members members = new Members();
    final String ana = id();
    final String ben = id();

    @BeforeEach
    void people() {
        identity.add(members.community, ana, "42", "ana");
        identity.add(members.community, ben, "43", "ben");
    }

    @Test
    void stagesAreCompletedByWhatTheMemberDoesAndPaidOnce() {
        String program =
                program(stage("Joined", "join", 10), stage("Writes", "message", 20), stage("Buys", "purchase", 30));
        claim(ben, code("ana@example.com")).statusCode(201).body("data.referrerId", equalTo(ana));
        await().untilAsserted(() -> summary()
                .body("data.activity.coinsEarned", equalTo(10))
                .body("data.activity.totalReferrals", equalTo(1))
                .body("data.activity.inProgress", equalTo(1)));
        for (int i = 0; i < 3; i++) {
            members.post(id(), "issuer", ben, Map.of("messages", 1L)).then().statusCode(200);
        }
        members.earn(ben, 5);
        members.post(id(), "store", ben, Map.of("coins", -5L)).then().statusCode(200);

        await().untilAsserted(() -> summary()
                .body("data.activity.coinsEarned", equalTo(60))
                .body("data.activity.completed", equalTo(1))
                .body("data.activity.inProgress", equalTo(0)));
        summary()
                .body(
                        "data.user",
                        equalTo(Map.of("id", ana, "userId", "42", "email", "ana@example.com", "username", "ana")))
                .body("data.referees[0].userId", equalTo("43"))
                .body("data.referees[0].avatar", equalTo("https://regulars.example.com/media/identity/ben"))
                .body("data.referees[0].progressByProgram[0].programId", equalTo(program))
                .body("data.referees[0].progressByProgram[0].percentage", equalTo(100))
                .body("data.referees[0].progressByProgram[0].stages.completed", equalTo(List.of(true, true, true)));
        assertThat(coins()).isEqualTo(60);
        rename(program);
        await().untilAsserted(() -> summary().body("data.referees[0].progressByProgram[0].totalStages", equalTo(1)));
        assertThat(coins()).isEqualTo(60);
    }

    @Test
    void aMemberIsBroughtOnce() {
        String code = code("ana@example.com");
        claim(ana, code).statusCode(409).body("meta.errors[0].message", equalTo("The code is the member's own"));
        claim(ben, "nobody").statusCode(404);
        List<Response> answers = Concurrently.call(16, i -> user(ben, members.community, "member")
                .body(Map.of("code", code))
                .post("/application/referrals/claims"));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 409).hasSize(15);
        claim(ana, code("ben@example.com")).statusCode(409);
        summary().body("data.referees", hasSize(1)).body("data.activity.completed", equalTo(0));
    }

    @Test
    void aPartnerSaysWhoBroughtAUser() {
        program(stage("Joined", "join", 10));
        records.put(Topic.IDENTITY, new MemberReferred(members.community, ben, ana, Instant.now()), 1);
        records.put(Topic.IDENTITY, new MemberReferred(members.community, ben, id(), Instant.now()), 2);
        records.put(Topic.IDENTITY, new MemberReferred(members.community, ana, ana, Instant.now()), 1);

        await().untilAsserted(() -> summary().body("data.activity.coinsEarned", equalTo(10)));
        summary().body("data.activity.totalReferrals", equalTo(1));
    }

    @Test
    void aProgramThatComesLaterPaysWhatWasDone() {
        claim(ben, code("ana@example.com")).statusCode(201);
        members.post(id(), "issuer", ben, Map.of("messages", 1L)).then().statusCode(200);
        String program = program(stage("Writes", "message", 7));
        await().untilAsserted(() -> summary().body("data.activity.coinsEarned", equalTo(7)));

        byKey().delete("/application/referrals/programs/{id}", program).then().statusCode(200);
        byKey().get("/application/referrals/programs/{id}", program).then().statusCode(404);
        await().untilAsserted(() -> summary()
                .body("data.activity.coinsEarned", equalTo(7))
                .body("data.referees[0].progressByProgram", hasSize(0)));
    }

    @Test
    void refereesComeInParts() {
        String code = code("ana@example.com");
        for (int i = 0; i < 3; i++) {
            claim(id(), code).statusCode(201);
        }
        String cursor = summary(Map.of("limit", 2))
                .body("data.referees", hasSize(2))
                .extract()
                .path("data.nextCursor");
        summary(Map.of("limit", 2, "cursor", cursor)).body("data.referees", hasSize(1));
        summary(Map.of("cursor", "x")).statusCode(400);
    }

    @Test
    void whoIsMeantIsNamedInSeveralWays() {
        for (var one : List.of(
                Map.of("type", "id", "value", "42"),
                Map.of("type", "id", "value", ana),
                Map.of("type", "username", "value", "ana"),
                Map.of("type", "custom-field", "value", "ana", "fieldName", "crm-id"))) {
            summary(one, Map.of()).statusCode(200).body("data.user.id", equalTo(ana));
        }
        summary(Map.of("type", "custom-field", "value", "ana"), Map.of()).statusCode(400);
        summary(Map.of("type", "nose", "value", "ana"), Map.of()).statusCode(400);
        summary(Map.of("type", "email", "value", "eve@example.com"), Map.of()).statusCode(404);
    }

    @Test
    void aLinkOpensAPageThatSaysWhoInvites() {
        String code = code("ana@example.com");
        records.put(Topic.COMMUNITY, new ServerCreated(members.community, ana, "Bulls & <Bears>", "UTC"), 1);

        await().untilAsserted(() -> given().get("/widget/referrals/{code}", code)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", startsWith("default-src 'none'"))
                .body(containsString("ana invites you to Bulls &amp; &lt;Bears&gt;"))
                .body(containsString(code)));
        given().get("/widget/referrals/{code}", "nobody").then().statusCode(404);
    }

    @Test
    void stagesOfAProgramHaveDifferentNames() {
        byKey().body(Map.of("name", "p", "stages", List.of(stage("A", "join", 1), stage("A", "visit", 1))))
                .post("/application/referrals/programs")
                .then()
                .statusCode(400);
    }

    private String program(Map<?, ?>... stages) {
        return byKey().body(Map.of("name", "Bring a friend", "stages", List.of(stages)))
                .post("/application/referrals/programs")
                .then()
                .statusCode(201)
                .body("data.isEnabled", equalTo(true))
                .extract()
                .path("data._id");
    }

    /** The stage has its name still, so it is not paid again. */
    private void rename(String program) {
        byKey().body(Map.of("name", "Friends", "stages", List.of(stage("Writes", "message", 500))))
                .patch("/application/referrals/programs/{id}", program)
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> stage(String name, String event, int coins) {
        return Map.of("name", name, "event", event, "changes", Map.of("coins", coins));
    }

    private String code(String email) {
        return summary(Map.of("type", "email", "value", email), Map.of())
                .extract()
                .path("data.invite.code");
    }

    private ValidatableResponse claim(String account, String code) {
        return user(account, members.community, "member")
                .body(Map.of("code", code))
                .post("/application/referrals/claims")
                .then();
    }

    private ValidatableResponse summary() {
        return summary(Map.of()).statusCode(200);
    }

    private ValidatableResponse summary(Map<String, Object> pagination) {
        return summary(Map.of("type", "email", "value", "ana@example.com"), pagination);
    }

    private ValidatableResponse summary(Map<String, String> identifier, Map<String, Object> pagination) {
        return byKey().body(Map.of("identifier", identifier, "pagination", pagination))
                .post("/application/referrals/summary")
                .then();
    }

    private int coins() {
        return byKey().get("/application/ledger/members/42").path("data.balances.coins");
    }

    private RequestSpecification byKey() {
        return key(members.community, "ledger", "getUserData");
    }
}

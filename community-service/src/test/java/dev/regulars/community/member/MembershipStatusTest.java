package dev.regulars.community.member;

import static dev.regulars.events.DomainEvent.typeOf;
import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.service;
import static dev.regulars.testkit.Tokens.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.crypto.Secrets;
import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.events.community.CommunityEvent.MemberLeft;
import dev.regulars.events.community.CommunityEvent.MemberRestored;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MembershipStatusTest {

    KafkaRecords records;

    final String owner = Secrets.key().substring(0, 24);
    final String account = Secrets.key().substring(0, 24);
    String community;

    @BeforeEach
    void join() {
        community = user(owner)
                .body(Map.of("name", "Chess"))
                .post("/system/servers")
                .path("body._id");
        joinAgain().then().statusCode(200);
    }

    @Test
    void whatEndsIsGoneAndWhatIsRestoredIsAsItWas() {
        String joinedAt = read().path("joinedAt");

        set(true, null).then().statusCode(200).body("leftAt", notNullValue()).body("membership.n", equalTo(2));
        read().then().statusCode(404);

        set(false, null).then().statusCode(200).body("leftAt", nullValue());
        read().then().statusCode(200).body("joinedAt", equalTo(joinedAt)).body("accessLevel", equalTo(3));
        assertThat(told(3))
                .containsExactly(typeOf(MemberJoined.class), typeOf(MemberLeft.class), typeOf(MemberRestored.class));
    }

    @Test
    void sixtyFourTwinsEndItOnceAndTellItOnce() {
        List<Response> answers = Concurrently.call(64, twin -> set(true, null));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
        assertThat(answers.stream().map(answer -> answer.path("leftAt")).distinct())
                .hasSize(1);
        set(false, null).then().statusCode(200);
        assertThat(told(3))
                .containsExactly(typeOf(MemberJoined.class), typeOf(MemberLeft.class), typeOf(MemberRestored.class));
    }

    @Test
    void endingAndRestoringAtOnceLeavesOneOfBothAndTellsEveryStepInOrder() {
        List<Response> answers = Concurrently.call(64, twin -> set(twin % 2 == 0, null));
        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);

        int steps = set(true, null).then().statusCode(200).extract().path("membership.n");
        List<String> told = told(steps);
        assertThat(told).hasSize(steps);
        for (int i = 1; i < steps; i++) {
            assertThat(told.get(i)).isEqualTo(i % 2 == 1 ? typeOf(MemberLeft.class) : typeOf(MemberRestored.class));
        }
    }

    @Test
    void aRepeatUnderItsKeyDoesNotEndWhatWasRestoredSince() {
        String key = UUID.randomUUID().toString();
        Response first = set(true, key);
        set(false, null).then().statusCode(200);

        Response repeat = set(true, key);

        assertThat(repeat.statusCode()).isEqualTo(200);
        assertThat(repeat.asString()).isEqualTo(first.asString());
        read().then().statusCode(200);
        set(false, key).then().statusCode(422).body("message", equalTo("Idempotency-Key used with another body"));
    }

    @Test
    void toJoinAgainDoesNotUndoIt() {
        set(true, null).then().statusCode(200);

        joinAgain().then().statusCode(200).body("leftAt", notNullValue());
        read().then().statusCode(404);
    }

    @Test
    void theOwnerStays() {
        service("identity-service")
                .body(body(community, owner, true, null))
                .post("/internal/memberships/standing")
                .then()
                .statusCode(409)
                .body("message", equalTo("The owner cannot be deleted"));
    }

    @Test
    void strangersAreNotFoundNorMembersOfAnotherCommunity() {
        for (var foreign : List.of(
                body(community, "e".repeat(24), true, null),
                body(community, "e".repeat(24), false, null),
                body("f".repeat(24), account, true, null))) {
            service("identity-service")
                    .body(foreign)
                    .post("/internal/memberships/standing")
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void onlyServicesMaySetIt() {
        key(community, "manageUser")
                .body(body(community, account, true, null))
                .post("/internal/memberships/standing")
                .then()
                .statusCode(401);
    }

    private Response joinAgain() {
        return service("identity-service")
                .body(Map.of("communityId", community, "accountId", account, "accessLevel", 3))
                .post("/internal/memberships");
    }

    private Response set(boolean ended, @Nullable String key) {
        return service("identity-service")
                .body(body(community, account, ended, key))
                .post("/internal/memberships/standing");
    }

    private static Map<String, Object> body(String community, String account, boolean ended, @Nullable String key) {
        Map<String, Object> body = new HashMap<>(
                Map.of("communityId", community, "accountId", account, "ended", ended, "caller", "a key"));
        if (key != null) {
            body.put("key", key);
        }
        return body;
    }

    private Response read() {
        return service("identity-service").get("/internal/memberships/{community}/{account}", community, account);
    }

    private List<String> told(int count) {
        return records.typesAbout(Topic.COMMUNITY, community + ":" + account, count);
    }
}

package dev.regulars.community.member;

import static dev.regulars.events.DomainEvent.typeOf;
import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.service;
import static dev.regulars.testkit.Tokens.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.regulars.crypto.Secrets;
import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.MemberAccessChanged;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MembershipResourceTest {

    KafkaRecords records;

    final String owner = Secrets.key().substring(0, 24);
    final String account = Secrets.key().substring(0, 24);
    String community;

    @BeforeEach
    void found() {
        community = user(owner)
                .body(Map.of("name", "Chess"))
                .post("/system/servers")
                .path("body._id");
    }

    @Test
    void whoeverJoinsByManyCallsAtOnceJoinsOnceAndIsToldOnce() {
        var answers = Concurrently.call(64, number -> join());

        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
        assertThat(answers.stream()
                        .map(answer -> answer.<String>path("joinedAt"))
                        .distinct())
                .hasSize(1);
        assertThat(records.typesAbout(Topic.COMMUNITY, community + ":" + account, 1))
                .containsExactly(typeOf(MemberJoined.class));
    }

    @Test
    void anotherAccessLevelIsKeptAndToldOnce() {
        join().then().statusCode(200);

        for (int times = 0; times < 2; times++) {
            setAccessLevel(account, 4).then().statusCode(200).body("accessLevel", equalTo(4));
        }
        setAccessLevel(account, 10).then().statusCode(400);
        setAccessLevel("f".repeat(24), 4).then().statusCode(404);

        assertThat(records.typesAbout(Topic.COMMUNITY, community + ":" + account, 2))
                .containsExactly(typeOf(MemberJoined.class), typeOf(MemberAccessChanged.class));
    }

    private Response setAccessLevel(String account, int level) {
        return service("identity-service")
                .body(Map.of("communityId", community, "accountId", account, "accessLevel", level))
                .post("/internal/memberships/access-level");
    }

    @Test
    void aMembershipIsToldWithTheVersionsItStandsAt() {
        join().then().statusCode(200);

        read(account)
                .then()
                .statusCode(200)
                .body("owner", equalTo(false))
                .body("membership.n", equalTo(1))
                .body("server.n", equalTo(1))
                .body("joinedAt", notNullValue());
    }

    @Test
    void theOwnerIsKnownBeforeTheirOwnJoinIs() {
        read(owner).then().statusCode(200).body("owner", equalTo(true));
    }

    @Test
    void strangersAndUnknownCommunitiesAreNotFound() {
        read(account).then().statusCode(404);
        service("identity-service")
                .get("/internal/memberships/{community}/{account}", "f".repeat(24), account)
                .then()
                .statusCode(404);
        service("identity-service")
                .body(Map.of("communityId", "f".repeat(24), "accountId", account, "accessLevel", 0))
                .post("/internal/memberships")
                .then()
                .statusCode(404);
    }

    @Test
    void onlyServicesMayAsk() {
        key(community, "members")
                .get("/internal/memberships/{c}/{a}", community, owner)
                .then()
                .statusCode(401);
        user(owner, community, "owner")
                .get("/internal/memberships/{c}/{a}", community, owner)
                .then()
                .statusCode(401);
    }

    private Response join() {
        return service("identity-service")
                .body(Map.of("communityId", community, "accountId", account, "accessLevel", 3))
                .post("/internal/memberships");
    }

    private Response read(String who) {
        return service("identity-service").get("/internal/memberships/{community}/{account}", community, who);
    }
}

package dev.regulars.community.member;

import static dev.regulars.testkit.Tokens.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import dev.regulars.community.Community;
import dev.regulars.events.Topic;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MemberResourceTest {

    KafkaRecords records;
    Community community;

    @BeforeEach
    void found() {
        community = new Community();
    }

    @Test
    void sixtyFourJoinsAtOnceAreOneMembershipAndOneEvent() {
        String account = Community.account();

        List<Response> answers = Concurrently.call(64, number -> join(account));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
        assertThat(answers.stream().map(answer -> answer.path("data.joinedAt")).distinct())
                .hasSize(1);
        leave(account).then().statusCode(200).body("message", equalTo("Leave community success."));
        assertThat(told(account, 2)).containsExactly("community.member.joined.v1", "community.member.left.v1");
    }

    @Test
    void whoLeftIsGoneAndWhoRejoinsIsWhatTheyWere() {
        String role = community.role(5);
        String account = community.member(role);
        leave(account).then().statusCode(200);
        community.membership(account).then().statusCode(404);

        join(account).then().statusCode(200).body("data.communityId", equalTo(community.id));

        community.membership(account).then().body("roleIds", hasItem(role));
        assertThat(told(account, 4)).endsWith("community.member.restored.v1");
    }

    @Test
    void theOwnerDoesNotLeaveAndNobodyJoinsWhatIsNotThere() {
        leave(community.owner).then().statusCode(409).body("meta.errors[0].message", equalTo("The owner cannot leave"));
        user(Community.account())
                .post("/application/communities/{id}/join", "f".repeat(24))
                .then()
                .statusCode(404);
    }

    @Test
    void aVisitCountsOnceInItsWindow() {
        String account = community.member();

        List<Response> answers = Concurrently.call(16, number -> visit(account));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
        assertThat(answers.stream().filter(answer -> answer.<Boolean>path("data.counted")))
                .hasSize(1);
        visit(account)
                .then()
                .body("message", equalTo("Create visit success."))
                .body("data.counted", equalTo(false))
                .body("data.visitCount", equalTo(1))
                .body("data.visitedAt", notNullValue());
        assertThat(told(account, 2)).containsExactly("community.member.joined.v1", "community.member.visited.v1");
    }

    @Test
    void oneSeesTheCommunitiesThatOneOwnsOrIsIn() {
        String account = community.member();

        user(account).get("/system/servers").then().statusCode(200).body("body._id", hasItem(community.id));
        user(community.owner)
                .get("/system/servers")
                .then()
                .body("meta.message", equalTo("Servers fetched successfully"))
                .body("body._id", hasItem(community.id));
    }

    private Response join(String account) {
        return user(account).post("/application/communities/{id}/join", community.id);
    }

    private Response leave(String account) {
        return user(account, community.id, "member").post("/application/communities/{id}/leave", community.id);
    }

    private Response visit(String account) {
        return user(account, community.id, "member").post("/application/communities/{id}/visits", community.id);
    }

    private List<String> told(String account, int count) {
        return records.typesAbout(Topic.COMMUNITY, community.id + ":" + account, count);
    }
}

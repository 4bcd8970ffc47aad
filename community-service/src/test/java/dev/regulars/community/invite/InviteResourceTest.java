package dev.regulars.community.invite;

import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.member;
import static dev.regulars.testkit.Tokens.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.regulars.community.Community;
import dev.regulars.testkit.Concurrently;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InviteResourceTest {

    Community community;

    @BeforeEach
    void found() {
        community = new Community();
    }

    @Test
    void anInviteOfFourUsesLetsFourIn() {
        String code = create(community.byOwner(), Map.of("maxUses", 4)).path("data.code");

        List<Response> answers = Concurrently.call(12, number -> join(Community.account(), code));

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                .hasSize(4);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                .hasSize(8);
        list().then().body("data.uses", contains(4));
    }

    @Test
    void whoJoinsByAnInviteHasItsRolesAndAMemberUsesNothing() {
        String role = community.role(5);
        String code = create(community.byOwner(), Map.of("roleIds", List.of(role)))
                .then()
                .statusCode(201)
                .body("message", equalTo("Create invite success."))
                .body("data.uses", equalTo(0))
                .extract()
                .path("data.code");
        String account = Community.account();

        join(account, code).then().statusCode(200).body("data.communityId", equalTo(community.id));
        join(account, code).then().statusCode(200);

        community.membership(account).then().body("roleIds", hasItem(role));
        list().then().body("data.uses", contains(1)).body("data[0].url", endsWith(code));
    }

    @Test
    void anInviteIsDeletedAndGoodInItsCommunityOnly() {
        String code = create(key(community.id, "members"), Map.of()).path("data.code");
        user(Community.account())
                .body(Map.of("inviteCode", code))
                .post("/application/communities/{id}/join", new Community().id)
                .then()
                .statusCode(409);

        community
                .byOwner()
                .delete("/application/communities/{id}/invites/{code}", community.id, code)
                .then()
                .statusCode(200);

        join(Community.account(), code).then().statusCode(404);
    }

    @Test
    void nobodyInvitesWithMoreThanTheyHold() {
        String inviter = community.member(community.role(5, "create_invite"));
        var by = member(inviter, community.id, "create_invite");

        create(by, Map.of()).then().statusCode(201);
        create(member(inviter, community.id, "create_invite"), Map.of("roleIds", List.of(community.role(1))))
                .then()
                .statusCode(401);
        create(community.byOwner(), Map.of("roleIds", List.of("f".repeat(24))))
                .then()
                .statusCode(400)
                .body("meta.errors[0].field", equalTo("roleIds"));
        create(community.byOwner(), Map.of("maxUses", 0)).then().statusCode(400);
        create(community.byOwner(), Map.of("expiresAt", "2020-01-01T00:00:00Z"))
                .then()
                .statusCode(400);
        create(user(community.member(), community.id, "member"), Map.of())
                .then()
                .statusCode(401);
    }

    private Response create(RequestSpecification by, Map<String, Object> body) {
        return by.body(body).post("/application/communities/{id}/invites", community.id);
    }

    private Response join(String account, String code) {
        return user(account).post("/application/invites/{code}/join", code);
    }

    private Response list() {
        return community.byOwner().get("/application/communities/{id}/invites", community.id);
    }
}

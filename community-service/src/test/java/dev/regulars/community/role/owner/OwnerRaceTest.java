package dev.regulars.community.role.owner;

import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.service;
import static dev.regulars.testkit.Tokens.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.community.Community;
import dev.regulars.testkit.Concurrently;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OwnerRaceTest {

    Community community;

    @BeforeEach
    void found() {
        community = new Community();
    }

    @Test
    void transfersAmongLeavesSanctionsAndDeletesLeaveOneOwnerWhoIsAMember() {
        List<String> members = List.of(community.owner, community.member(), community.member(), community.member());
        for (int round = 0; round < Concurrently.rounds(2, 20); round++) {
            String from = owner(members);
            List<Response> answers = Concurrently.call(16, number -> {
                String target = members.get(number % 4);
                return switch (number) {
                    case 10 -> leave(members.get(1));
                    case 11, 12 -> end(members.get(number - 10));
                    case 13, 14 -> ban(members.get(number - 11));
                    case 15 -> leave(members.get(3));
                    default -> transfer(from, target.equals(from) ? members.get((number + 1) % 4) : target);
                };
            });
            assertThat(answers).noneMatch(answer -> answer.statusCode() >= 500);

            String owner = owner(members);
            community.membership(owner).then().statusCode(200).body("owner", equalTo(true));
            assertThat(members.stream().filter(one -> isOwner(one))).containsExactly(owner);
            for (String member : members) {
                liftAll(member);
                join(member).then().statusCode(200);
            }
        }
    }

    private String owner(List<String> members) {
        return members.stream().filter(this::isOwner).findFirst().orElseThrow();
    }

    private boolean isOwner(String account) {
        var membership = community.membership(account);
        return membership.statusCode() == 200 && membership.<Boolean>path("owner");
    }

    private void liftAll(String account) {
        List<String> ids = community
                .byOwner()
                .get("/application/communities/{id}/sanctions?limit=200", community.id)
                .path("data.findAll { it.userId == '%s' && it.liftedAt == null }._id".formatted(account));
        ids.forEach(id -> key(community.id, "members")
                .body(Map.of("reason", "over"))
                .post("/application/communities/{id}/sanctions/{sanction}/lift", community.id, id));
    }

    private Response transfer(String from, String to) {
        return service("identity-service")
                .body(Map.of("communityId", community.id, "ownerId", from, "newOwnerId", to, "newOwnerUserId", "9"))
                .post("/internal/servers/owner");
    }

    private Response ban(String account) {
        return key(community.id, "members")
                .body(Map.of("userId", account, "kind", "ban", "reason", "spam"))
                .post("/application/communities/{id}/sanctions", community.id);
    }

    private Response end(String account) {
        return service("identity-service")
                .body(Map.of("communityId", community.id, "accountId", account, "ended", true, "caller", "a key"))
                .post("/internal/memberships/standing");
    }

    private Response join(String account) {
        return user(account).post("/application/communities/{id}/join", community.id);
    }

    private Response leave(String account) {
        return user(account, community.id, "member").post("/application/communities/{id}/leave", community.id);
    }
}

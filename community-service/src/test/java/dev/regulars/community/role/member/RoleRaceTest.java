package dev.regulars.community.role.member;

import static dev.regulars.testkit.Tokens.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.community.Community;
import dev.regulars.testkit.Concurrently;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RoleRaceTest {

    Community community;

    @BeforeEach
    void found() {
        community = new Community();
    }

    @Test
    void ofTwoWhoTakeEachOthersRoleAtOnceOneDoes() {
        String lead = community.role(10);
        String moderator = community.role(5, "manage_roles");
        for (int round = 0; round < Concurrently.rounds(3, 15); round++) {
            List<String> both = List.of(community.member(lead, moderator), community.member(lead, moderator));

            List<Response> answers = Concurrently.call(
                    2, number -> community.remove(by(both.get(number)), moderator, both.get(1 - number)));

            assertThat(answers.stream().map(Response::statusCode)).containsExactlyInAnyOrder(200, 401);
        }
    }

    @Test
    void aRoleThatIsDeletedWhileItIsAddedIsNobodys() {
        for (int round = 0; round < Concurrently.rounds(2, 10); round++) {
            String gold = community.role(5);
            List<String> members = List.of(community.member(), community.member(), community.member());

            List<Response> answers = Concurrently.call(
                    4,
                    number -> number == 3
                            ? community.bySystemKey().delete("/system/roles/{id}", gold)
                            : community.add(community.bySystemKey(), gold, members.get(number)));

            assertThat(answers.get(3).statusCode()).isEqualTo(200);
            for (String account : members) {
                await().until(() -> community.membership(account).<List<String>>path("roleIds"), List::isEmpty);
            }
        }
    }

    private RequestSpecification by(String account) {
        return member(account, community.id, "manage_roles");
    }
}

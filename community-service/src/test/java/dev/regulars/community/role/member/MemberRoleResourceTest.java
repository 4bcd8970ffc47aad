package dev.regulars.community.role.member;

import static dev.regulars.testkit.Tokens.member;
import static dev.regulars.testkit.Tokens.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.community.Community;
import dev.regulars.events.Topic;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MemberRoleResourceTest {

    KafkaRecords records;
    Community community;

    @BeforeEach
    void found() {
        community = new Community();
    }

    @Test
    void aRoleIsAddedListedAndRemoved() {
        String gold = community.role(5);
        String account = community.member();

        community
                .add(community.bySystemKey(), gold, account)
                .then()
                .statusCode(200)
                .body("meta.message", equalTo("Role has been added successfully"))
                .body("body.title", contains("Gold", "@all"));
        community.add(community.bySystemKey(), gold, account).then().statusCode(200);
        community
                .bySystemKey()
                .get("/system/roles/{user}", account)
                .then()
                .body("meta.message", equalTo("User roles fetched successfully"))
                .body("body._id", contains(gold, community.id));
        community
                .remove(community.bySystemKey(), gold, account)
                .then()
                .statusCode(200)
                .body("body.title", contains("@all"));
        assertThat(records.typesAbout(Topic.COMMUNITY, community.id + ":" + account, 3))
                .containsExactly(
                        "community.member.joined.v1",
                        "community.member.roles-changed.v1",
                        "community.member.roles-changed.v1");
    }

    @Test
    void aMemberIsFoundByTheDecimalIdToo() {
        community.bySystemKey().get("/system/roles/7").then().statusCode(200).body("body.title", contains("@all"));
        community.bySystemKey().get("/system/roles/8").then().statusCode(404);
    }

    @Test
    void theOwnersRolesAreTheOwnersAffair() {
        String gold = community.role(5);

        community.add(community.bySystemKey(), gold, community.owner).then().statusCode(401);
        community.add(community.byOwner(), gold, community.owner).then().statusCode(200);
        community
                .add(community.byOwner(), community.id, community.member())
                .then()
                .statusCode(409);
        community
                .add(community.byOwner(), "f".repeat(24), community.member())
                .then()
                .statusCode(404);
        community.add(community.byOwner(), gold, "f".repeat(24)).then().statusCode(404);
    }

    @Test
    void aLostPermissionCountsAtOnceWhateverTheTokenSays() {
        String moderator = community.role(5, "manage_roles");
        String account = community.member(moderator);
        community.remove(community.bySystemKey(), moderator, account).then().statusCode(200);

        by(account).delete("/system/roles/{id}", community.role(1)).then().statusCode(401);
        user(account, community.id, "member").get("/system/roles").then().statusCode(401);
    }

    private RequestSpecification by(String account) {
        return member(account, community.id, "manage_roles");
    }
}

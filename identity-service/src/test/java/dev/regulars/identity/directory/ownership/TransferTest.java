package dev.regulars.identity.directory.ownership;

import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.regulars.identity.TestAccounts;
import dev.regulars.identity.TestAccounts.LoggedInUser;
import dev.regulars.identity.directory.CommunityServiceStub;
import dev.regulars.local.LocalMail;
import dev.regulars.web.http.GatewayHeaders;
import dev.regulars.web.value.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TransferTest {

    LocalMail mail;

    final String community = Ids.next();
    CommunityServiceStub communities;
    LoggedInUser owner;
    Response member;

    @BeforeEach
    void found() {
        communities = new CommunityServiceStub();
        owner = TestAccounts.visitor(TestAccounts.member(mail));
        communities.owner = owner.account();
        member = key(community, "createUser")
                .body(TestAccounts.newUser(TestAccounts.name()))
                .post("/integration/users");
        assertThat(member.statusCode()).isEqualTo(200);
    }

    @AfterEach
    void close() {
        communities.close();
    }

    @Test
    void theOwnerHandsOverToAMemberAndBothAreTold() {
        Response transferred = transfer("owner", member.path("data.userId"), TestAccounts.PASSWORD);

        transferred
                .then()
                .statusCode(200)
                .body("message", equalTo("Transfer community success."))
                .body("data.owner", equalTo(member.path("data._id")))
                .body("data.previousOwner", equalTo(owner.account()));
        assertThat(communities.transfers).singleElement().satisfies(asked -> {
            assertThat(asked.getString("communityId")).isEqualTo(community);
            assertThat(asked.getString("newOwnerUserId")).isEqualTo(member.<String>path("data.userId"));
        });
        assertThat(transferred.headers().getValues(GatewayHeaders.CALLER_CHANGED))
                .as("callers whose tokens the gateway forgets")
                .hasSize(2);
    }

    @Test
    void withoutThePasswordNothingChanges() {
        transfer("owner", member.path("data._id"), "@Password124")
                .then()
                .statusCode(400)
                .body("meta.errors[0].field", equalTo("password"));
        transfer("admin", member.path("data._id"), TestAccounts.PASSWORD).then().statusCode(401);

        assertThat(communities.transfers).isEmpty();
    }

    @Test
    void onlyAMemberCanBecomeTheOwner() {
        transfer("owner", "e".repeat(24), TestAccounts.PASSWORD)
                .then()
                .statusCode(404)
                .body("message", equalTo("Record Not Found"));
    }

    @Test
    void whoIsNotTheOwnerAnyMoreIsTold() {
        communities.owner = Ids.next();

        transfer("owner", member.path("data._id"), TestAccounts.PASSWORD)
                .then()
                .statusCode(409)
                .body("message", equalTo("Conflict"));
    }

    @Test
    void withoutCommunityServiceTheAnswerIs503() {
        communities.close();

        transfer("owner", member.path("data._id"), TestAccounts.PASSWORD)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue());
    }

    private Response transfer(String level, String to, String password) {
        return user(owner.account(), community, level)
                .body(Map.of("userId", to, "password", password))
                .post("/application/communities/{community}/transfer", community);
    }
}

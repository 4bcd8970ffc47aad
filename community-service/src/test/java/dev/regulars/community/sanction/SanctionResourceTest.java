package dev.regulars.community.sanction;

import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.member;
import static dev.regulars.testkit.Tokens.user;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.community.Community;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SanctionResourceTest {

    Community community;

    @BeforeEach
    void found() {
        community = new Community();
    }

    @Test
    void aBannedMemberIsGoneUntilTheBanIsLiftedAndTheyJoinAgain() {
        String account = community.member();
        String id = impose(key(community.id, "members"), account, "ban")
                .then()
                .statusCode(201)
                .body("message", equalTo("Create sanction success."))
                .body("data.kind", equalTo("ban"))
                .body("data.liftedAt", nullValue())
                .extract()
                .path("data._id");

        community.membership(account).then().statusCode(404);
        join(account).then().statusCode(409).body("meta.errors[0].message", equalTo("The user is banned"));
        lift(community.byOwner(), id).then().statusCode(200).body("data.liftedAt", notNullValue());
        lift(community.byOwner(), id).then().statusCode(409);
        community.membership(account).then().statusCode(404);
        join(account).then().statusCode(200);
    }

    @Test
    void aSuspendedMemberReadsOnlyUntilTheSuspensionExpires() {
        String account = community.member();
        impose(community.byOwner(), account, "suspend", Instant.now().plusMillis(1_500))
                .then()
                .statusCode(201);

        explain(account).then().body("data.allowed", equalTo(false)).body("data.rule", equalTo("suspension"));
        org.awaitility.Awaitility.await().untilAsserted(() -> explain(account)
                .then()
                .body("data.allowed", equalTo(true))
                .body("data.rule", equalTo("role")));
    }

    @Test
    void sanctionsAreForThoseBelowOnly() {
        String gold = community.role(5, "warn_members");
        String warner = community.member(gold);
        var by = member(warner, community.id, "warn_members");

        impose(member(warner, community.id, "warn_members"), community.member(), "warn")
                .then()
                .statusCode(201);
        impose(member(warner, community.id, "warn_members"), community.member(gold), "warn")
                .then()
                .statusCode(401);
        impose(by, community.member(), "ban").then().statusCode(401);
        impose(key(community.id, "members"), community.owner, "warn")
                .then()
                .statusCode(409)
                .body("meta.errors[0].message", equalTo("The owner cannot be sanctioned"));
        impose(community.byOwner(), "f".repeat(24), "warn").then().statusCode(404);
        impose(community.byOwner(), warner, "shoot").then().statusCode(400);
        impose(community.byOwner(), warner, "ban", Instant.EPOCH).then().statusCode(400);
    }

    private Response impose(RequestSpecification by, String account, String kind) {
        return by.body(Map.of("userId", account, "kind", kind, "reason", "spam"))
                .post("/application/communities/{id}/sanctions", community.id);
    }

    private Response impose(RequestSpecification by, String account, String kind, Instant end) {
        var body = new HashMap<>(Map.of("userId", account, "kind", kind, "reason", "spam"));
        body.put("expiresAt", end.toString());
        return by.body(body).post("/application/communities/{id}/sanctions", community.id);
    }

    private Response lift(RequestSpecification by, String id) {
        return by.body(Map.of("reason", "sorry"))
                .post("/application/communities/{id}/sanctions/{sanction}/lift", community.id, id);
    }

    private Response join(String account) {
        return user(account).post("/application/communities/{id}/join", community.id);
    }

    private Response explain(String account) {
        return community
                .byOwner()
                .get(
                        "/application/communities/{id}/permissions/explain?user={user}&action=post_messages",
                        community.id,
                        account);
    }
}

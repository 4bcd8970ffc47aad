package dev.regulars.identity.directory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.set;
import static dev.regulars.identity.TestAccounts.PASSWORD;
import static dev.regulars.identity.TestAccounts.json;
import static dev.regulars.identity.TestAccounts.member;
import static dev.regulars.identity.TestAccounts.name;
import static dev.regulars.identity.TestAccounts.token;
import static dev.regulars.testkit.Tokens.key;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.crypto.Secrets;
import dev.regulars.identity.StoredDocuments;
import dev.regulars.local.LocalMail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a caller got no answer for is carried out later: put off while it fails, given up where it can never succeed. */
@QuarkusTest
class PostponedWorkTest {

    LocalMail mail;

    @Inject
    StoredDocuments stored;

    final String community = Secrets.key().substring(0, 24);
    CommunityServiceStub communities;
    final Instant began = Instant.now();

    @BeforeEach
    void open() {
        communities = new CommunityServiceStub();
    }

    @AfterEach
    void close() {
        communities.close();
    }

    @Test
    void joinThatFailsIsPutOffAndThenCarriedOut() {
        String name = name();
        communities.joinStatus = 500;
        create(name).then().statusCode(503);
        overdue(name);

        await().atMost(ofSeconds(20))
                .until(() -> stored.count("accounts", and(eq("username", name), gt("joinDue.at", began))) == 1);

        communities.joinStatus = 200;
        overdue(name);
        await().atMost(ofSeconds(20))
                .until(() -> stored.count("accounts", and(eq("username", name), exists("joinDue", false))) == 1);
        assertThat(info(name).statusCode()).isEqualTo(200);
    }

    @Test
    void joinOfACommunityThatIsGoneIsGivenUp() {
        String name = name();
        communities.joinStatus = 500;
        create(name).then().statusCode(503);
        communities.joinStatus = 404;
        overdue(name);

        await().atMost(ofSeconds(20))
                .until(() -> stored.count("accounts", and(eq("username", name), exists("joinDue", false))) == 1);

        int tries = communities.joins.size();
        await().during(ofSeconds(3)).atMost(ofSeconds(5)).until(() -> communities.joins.size() == tries);
        assertThat(info(name).statusCode()).isEqualTo(404);
    }

    @Test
    void acceptedLinkThatFailsIsPutOffAndOneOfACommunityThatIsGoneIsGivenUp() {
        String name = member(mail);
        create(name).then().statusCode(202);
        String token = token(mail, name, 2);
        communities.joinStatus = 500;
        json().body(Map.of("token", token, "accept", true))
                .post("/application/auth/account-links/confirm")
                .then()
                .statusCode(200);
        Bson link = eq("communityId", community);
        makeLinkOverdue(link);

        await().atMost(ofSeconds(20)).until(() -> stored.count("links", and(link, gt("joinDue", began))) == 1);

        communities.joinStatus = 404;
        makeLinkOverdue(link);
        await().atMost(ofSeconds(20)).until(() -> stored.count("links", and(link, exists("joinDue", false))) == 1);
        assertThat(info(name).statusCode()).isEqualTo(404);
    }

    private void overdue(String name) {
        stored.change(name, set("joinDue.at", began.minusSeconds(60)));
    }

    private void makeLinkOverdue(Bson link) {
        var unused = stored.collection("links")
                .updateOne(link, set("joinDue", began.minusSeconds(60)))
                .await()
                .atMost(ofSeconds(10));
    }

    private Response create(String name) {
        Map<String, Object> user =
                new HashMap<>(Map.of("firstname", "Ana", "lastname", "Okafor", "username", name, "displayname", "Ana"));
        user.putAll(Map.of("email", name + "@example.com", "accessLevel", 0, "joinServer", true));
        user.putAll(Map.of("emailPassword", false, "sendEmail", false));
        user.putAll(Map.of("password", PASSWORD, "confirmPassword", PASSWORD));
        return key(community, "createUser").body(user).post("/integration/users");
    }

    private Response info(String name) {
        return key(community, "getUserData")
                .body(Map.of("idOrEmail", name + "@example.com"))
                .post("/integration/users/info");
    }
}

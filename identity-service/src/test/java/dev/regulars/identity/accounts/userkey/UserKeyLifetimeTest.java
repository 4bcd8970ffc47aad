package dev.regulars.identity.accounts.userkey;

import static dev.regulars.identity.TestAccounts.PASSWORD;
import static dev.regulars.identity.TestAccounts.code;
import static dev.regulars.identity.TestAccounts.login;
import static dev.regulars.identity.TestAccounts.name;
import static dev.regulars.identity.TestAccounts.verify;
import static dev.regulars.identity.accounts.userkey.KeyOwnerFixture.KEY;
import static dev.regulars.identity.accounts.userkey.KeyOwnerFixture.KEYS;
import static dev.regulars.identity.accounts.userkey.KeyOwnerFixture.exchangeStatus;
import static dev.regulars.testkit.Tokens.communitySession;
import static dev.regulars.testkit.Tokens.key;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.events.community.CommunityEvent.MemberLeft;
import dev.regulars.identity.TestAccounts;
import dev.regulars.identity.directory.CommunityServiceStub;
import dev.regulars.local.LocalMail;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a user key ends: with its rotation, its membership, its account. */
@QuarkusTest
class UserKeyLifetimeTest {

    LocalMail mail;
    KafkaRecords records;

    final Instant joinedAt = Instant.now();

    CommunityServiceStub communities;
    KeyOwnerFixture keys;
    TestAccounts.LoggedInUser owner;
    String community;

    @BeforeEach
    void join() {
        communities = new CommunityServiceStub();
        keys = KeyOwnerFixture.joined(mail, records, joinedAt);
        owner = keys.owner();
        community = keys.community();
    }

    @AfterEach
    void close() {
        communities.close();
    }

    @Test
    void rotationLetsThePreviousKeyLiveForTheOverlap() {
        Response created = keys.create(keys.body());
        String first = created.path("data.key");

        Response rotated = rotate(created, Map.of("overlapHours", 1));
        rotated.then().statusCode(200).body("data.previousKeyExpiresAt", notNullValue());
        String second = rotated.path("data.key");
        assertThat(exchangeStatus(first)).isEqualTo(200);
        assertThat(exchangeStatus(second)).isEqualTo(200);

        String third = rotate(created, Map.of("overlapHours", 0)).path("data.key");
        assertThat(exchangeStatus(first)).isEqualTo(401);
        assertThat(exchangeStatus(second)).isEqualTo(401);
        assertThat(exchangeStatus(third)).isEqualTo(200);
        rotate(created, Map.of("overlapHours", 169))
                .then()
                .statusCode(400)
                .body("meta.errors[0].message", equalTo("overlapHours must be at most 168"));
    }

    @Test
    void parallelRotationsHandOutNoKeyThatIsDeadAlready() {
        Response created = keys.create(keys.body());

        List<Response> answers = Concurrently.call(2, twin -> rotate(created, Map.of()));

        assertThat(answers).allMatch(one -> one.statusCode() == 200 || one.statusCode() == 409);
        assertThat(answers.stream().filter(one -> one.statusCode() == 200).toList())
                .isNotEmpty()
                .allMatch(one -> exchangeStatus(one.path("data.key")) == 200);
    }

    @Test
    void keyEndsWithTheMembershipForGood() {
        String before = keys.create(keys.body()).path("data.key");

        records.put(Topic.COMMUNITY, new MemberLeft(community, owner.account(), joinedAt, Instant.now()), 2);
        await().atMost(ofSeconds(20)).until(() -> exchangeStatus(before) == 401);
        keys.create(keys.body()).then().statusCode(404).body("message", equalTo("Record Not Found"));
        await().atMost(ofSeconds(20))
                .until(() -> owner.calls().get(KEYS).path("data").equals(List.of()));

        records.put(Topic.COMMUNITY, new MemberJoined(community, owner.account(), Instant.now()), 3);
        await().atMost(ofSeconds(20)).until(keys::isMember);
        assertThat(exchangeStatus(before)).isEqualTo(401);
        String after = keys.create(keys.body()).path("data.key");
        assertThat(exchangeStatus(after)).isEqualTo(200);
    }

    @Test
    void keyThatACommunitysPasswordMadeEndsWhenTheAddressIsVerified() {
        String name = name();
        Map<String, Object> made =
                new HashMap<>(Map.of("firstname", "Ana", "lastname", "Okafor", "username", name, "displayname", "Ana"));
        made.putAll(Map.of("email", name + "@example.com", "accessLevel", 0, "joinServer", true));
        made.putAll(Map.of("emailPassword", false, "sendEmail", true));
        made.putAll(Map.of("password", PASSWORD, "confirmPassword", PASSWORD));
        key(community, "createUser")
                .body(made)
                .post("/integration/users")
                .then()
                .statusCode(200);
        String account = login(name, PASSWORD).path("body.user._id");

        String key = communitySession(account, community)
                .body(keys.body())
                .post(KEYS)
                .path("data.key");
        assertThat(exchangeStatus(key)).isEqualTo(200);

        verify(name, code(mail, name, 1)).then().statusCode(200);
        assertThat(exchangeStatus(key)).isEqualTo(401);
    }

    private Response rotate(Response created, Map<String, Object> request) {
        return owner.calls().body(request).post(KEY + "/rotate", owner.account(), created.path("data._id"));
    }
}

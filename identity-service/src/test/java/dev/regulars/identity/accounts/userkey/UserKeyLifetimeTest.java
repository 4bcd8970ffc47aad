package dev.regulars.identity.accounts.userkey;

import static dev.regulars.identity.TestAccounts.PASSWORD;
import static dev.regulars.identity.TestAccounts.code;
import static dev.regulars.identity.TestAccounts.json;
import static dev.regulars.identity.TestAccounts.login;
import static dev.regulars.identity.TestAccounts.member;
import static dev.regulars.identity.TestAccounts.name;
import static dev.regulars.identity.TestAccounts.verify;
import static dev.regulars.identity.TestAccounts.visitor;
import static dev.regulars.testkit.Tokens.communitySession;
import static dev.regulars.testkit.Tokens.key;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.regulars.crypto.Secrets;
import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.events.community.CommunityEvent.MemberLeft;
import dev.regulars.identity.TestAccounts;
import dev.regulars.identity.directory.CommunityServiceStub;
import dev.regulars.local.LocalMail;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a user key ends: with its rotation, its membership, its account. */
@QuarkusTest
class UserKeyLifetimeTest {
    static final String KEYS = "/application/users/apikeys";
    static final String KEY = "/application/users/{user}/api-keys/{key}";

    LocalMail mail;
    KafkaRecords records;

    final String community = Secrets.key().substring(0, 24);
    final Instant joinedAt = Instant.now();

    CommunityServiceStub communities;
    TestAccounts.LoggedInUser owner;

    @BeforeEach
    void join() {
        communities = new CommunityServiceStub();
        owner = visitor(member(mail));
        records.put(Topic.COMMUNITY, new MemberJoined(community, owner.account(), joinedAt), 1);
        await().atMost(ofSeconds(20)).until(() -> exchangeStatus(owner.token()) == 200 && isMember());
    }

    @AfterEach
    void close() {
        communities.close();
    }

    @Test
    void rotationLetsThePreviousKeyLiveForTheOverlap() {
        Response created = create(body());
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
        Response created = create(body());

        List<Response> answers = Concurrently.call(2, twin -> rotate(created, Map.of()));

        assertThat(answers).allMatch(one -> one.statusCode() == 200 || one.statusCode() == 409);
        assertThat(answers.stream().filter(one -> one.statusCode() == 200).toList())
                .isNotEmpty()
                .allMatch(one -> exchangeStatus(one.path("data.key")) == 200);
    }

    @Test
    void keyEndsWithTheMembershipForGood() {
        String before = create(body()).path("data.key");

        records.put(Topic.COMMUNITY, new MemberLeft(community, owner.account(), joinedAt, Instant.now()), 2);
        await().atMost(ofSeconds(20)).until(() -> exchangeStatus(before) == 401);
        create(body()).then().statusCode(404).body("message", equalTo("Record Not Found"));
        await().atMost(ofSeconds(20))
                .until(() -> owner.calls().get(KEYS).path("data").equals(List.of()));

        records.put(Topic.COMMUNITY, new MemberJoined(community, owner.account(), Instant.now()), 3);
        await().atMost(ofSeconds(20)).until(this::isMember);
        assertThat(exchangeStatus(before)).isEqualTo(401);
        String after = create(body()).path("data.key");
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

        String key =
                communitySession(account, community).body(body()).post(KEYS).path("data.key");
        assertThat(exchangeStatus(key)).isEqualTo(200);

        verify(name, code(mail, name, 1)).then().statusCode(200);
        assertThat(exchangeStatus(key)).isEqualTo(401);
    }

    private Map<String, Object> body() {
        return Map.of(
                "name",
                "My bot",
                "permissions",
                List.of("sendMessages", "readOwnProfile"),
                "expirePeriod",
                0,
                "expireDate",
                "",
                "communityId",
                community);
    }

    private Response create(Map<String, Object> body) {
        return owner.calls().queryParam("userId", owner.account()).body(body).post(KEYS);
    }

    private Response get(Response created) {
        return owner.calls().get(KEY, owner.account(), created.path("data._id"));
    }

    private Response rotate(Response created, Map<String, Object> request) {
        return owner.calls().body(request).post(KEY + "/rotate", owner.account(), created.path("data._id"));
    }

    private boolean isMember() {
        return "member".equals(claims(exchanged(owner.token(), community)).getString("level"));
    }

    private static int exchangeStatus(String credential) {
        return exchanged(credential).statusCode();
    }

    private static Response exchanged(String credential) {
        return json().body(Map.of("scheme", "bearer", "value", credential)).post("/internal/credentials/resolve");
    }

    private static Response exchanged(String credential, String community) {
        return json().body(Map.of("scheme", "bearer", "value", credential, "community", community))
                .post("/internal/credentials/resolve");
    }

    private static JsonPath claims(Response exchanged) {
        String token = exchanged.then().statusCode(200).extract().path("token");
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), UTF_8));
    }
}

package dev.regulars.identity.accounts.userkey;

import static dev.regulars.identity.TestAccounts.json;
import static dev.regulars.identity.TestAccounts.member;
import static dev.regulars.identity.TestAccounts.visitor;
import static dev.regulars.testkit.Tokens.communitySession;
import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.user;
import static dev.regulars.testkit.Tokens.userKey;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.crypto.Secrets;
import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.identity.TestAccounts;
import dev.regulars.identity.directory.CommunityServiceStub;
import dev.regulars.local.LocalMail;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class UserKeyTest {
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
    void keyIsReturnedOnceAndActsAsItsOwner() {
        Response created = create(body());
        created.then()
                .statusCode(201)
                .body("message", equalTo("Create API key success."))
                .body("data.key", matchesPattern("[0-9a-f]{64}"))
                .body("data.kind", equalTo("user"))
                .body("data.permissions", contains("sendMessages", "readOwnProfile"))
                .body("data.communityId", equalTo(community))
                .body("data.channelIds", nullValue())
                .body("data.isActive", equalTo(true))
                .body("data.expireDate", nullValue());

        JsonPath claims = exchange(created.path("data.key"));
        assertThat(claims.getString("caller")).isEqualTo("userKey");
        assertThat(claims.getString("account")).isEqualTo(owner.account());
        assertThat(claims.getString("community")).isEqualTo(community);
        assertThat(claims.getString("level")).isEqualTo("member");
        assertThat(claims.getList("permissions", String.class))
                .containsExactlyInAnyOrder("sendMessages", "readOwnProfile");
        assertThat(claims.getList("channels")).isNull();
        get(created)
                .then()
                .statusCode(200)
                .body("data.key", matchesPattern("[0-9a-f]{4}\\*{56}[0-9a-f]{4}"))
                .body("data.lastUsedAt", notNullValue());
        owner.calls().get(KEYS).then().statusCode(200).body("data", hasSize(1));
    }

    @Test
    void onlyAUserKeyAsksForItsOwnRecord() {
        user(owner.account()).get(KEYS + "/info").then().statusCode(401);
        key(community, "getUserData").get(KEYS + "/info").then().statusCode(401);
    }

    @Test
    void whatAnUpdateLeavesOutStays() {
        var body = new HashMap<>(body());
        String channel = "c".repeat(24);
        body.putAll(Map.of("channelIds", List.of(channel), "expirePeriod", 30));
        Response created = create(body);
        String key = created.path("data.key");
        assertThat(exchange(key).getList("channels", String.class)).containsExactly(channel);

        update(created, Map.of("name", "Other", "permissions", List.of("readOwnMessages")))
                .then()
                .statusCode(200)
                .body("data.name", equalTo("Other"))
                .body("data.channelIds", contains(channel))
                .body("data.expireDate", equalTo(created.path("data.expireDate")));
        assertThat(exchange(key).getList("permissions", String.class)).containsExactly("readOwnMessages");

        update(created, Map.of("isActive", false)).then().statusCode(200).body("data.isActive", equalTo(false));
        assertThat(exchangeStatus(key)).isEqualTo(401);
        update(created, Map.of("isActive", true, "expirePeriod", 0, "expireDate", ""))
                .then()
                .statusCode(200)
                .body("data.expireDate", nullValue());
        assertThat(exchangeStatus(key)).isEqualTo(200);
    }

    @Test
    void sessionOfOneCommunitySeesKeysOfThatCommunityOnly() {
        Response created = create(body());
        String elsewhere = "e".repeat(24);
        var session = communitySession(owner.account(), elsewhere);

        session.body(body()).post(KEYS).then().statusCode(404);
        communitySession(owner.account(), elsewhere).get(KEYS).then().body("data", hasSize(0));
        communitySession(owner.account(), elsewhere)
                .get(KEY, owner.account(), created.path("data._id"))
                .then()
                .statusCode(404);
        communitySession(owner.account(), community).get(KEYS).then().body("data", hasSize(1));
    }

    @Test
    void othersHaveNoKeysHere() {
        Response created = create(body());
        String stranger = "d".repeat(24);

        owner.calls().queryParam("userId", stranger).get(KEYS).then().statusCode(404);
        user(stranger)
                .get(KEY, owner.account(), created.path("data._id"))
                .then()
                .statusCode(404);
        user(stranger).get(KEY, stranger, created.path("data._id")).then().statusCode(404);
        user(stranger).delete(KEY, stranger, created.path("data._id")).then().statusCode(404);
        userKey(owner.account(), community, "updateOwnProfile")
                .body(body())
                .post(KEYS)
                .then()
                .statusCode(401)
                .body("message", equalTo("Unauthorized"));
        owner.calls()
                .delete(KEY, owner.account(), created.path("data._id"))
                .then()
                .statusCode(200);
        assertThat(exchangeStatus(created.path("data.key"))).isEqualTo(401);
    }

    @Test
    void thereAreTwentyAtMost() {
        for (int i = 0; i < 20; i++) {
            create(body()).then().statusCode(201);
        }
        create(body())
                .then()
                .statusCode(409)
                .body("message", equalTo("Conflict"))
                .body("meta.errors[0].message", equalTo("limit reached: user keys 20"));
    }

    @Test
    void sixteenParallelRepeatsReadTheKeyOnceAndThenMasked() {
        String repeat = UUID.randomUUID().toString();

        List<Response> answers = Concurrently.call(16, twin -> owner.calls()
                .header("Idempotency-Key", repeat)
                .body(body())
                .post(KEYS));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
        assertThat(answers.stream().map(answer -> answer.<String>path("data.key")))
                .filteredOn(key -> !key.contains("*"))
                .hasSize(1);
        owner.calls().get(KEYS).then().body("data", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name        | null                  | name is required",
                "permissions | []                    | permissions is required",
                "permissions | [\"store\"]           | permissions must be permissions of user keys",
                "permissions | [\"fly\"]             | permissions must be one of",
                "communityId | \"nonsense\"          | communityId must be 24 hex digits",
                "communityId | {\"$ne\": null}       | communityId must be a string",
                "channelIds  | []                    | channelIds must",
                "channelIds  | [\"nonsense\"]        | channelIds",
                "expireDate  | \"soon\"              | expireDate must be an ISO-8601",
                "owner       | \"me\"                | owner is an unknown property",
            })
    void invalidFieldIsNamed(String field, String value, String message) {
        var body = new HashMap<String, Object>(body());
        body.remove(field);
        String text = "{\"" + field + "\":" + value + ","
                + new JsonObject(body).encode().substring(1);

        String said = owner.calls()
                .body(text)
                .post(KEYS)
                .then()
                .statusCode(400)
                .extract()
                .path("meta.errors[0].message");

        assertThat(said).contains(message);
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

    private Response update(Response created, Map<String, Object> change) {
        return owner.calls().body(change).put(KEY, owner.account(), created.path("data._id"));
    }

    private boolean isMember() {
        return "member".equals(claims(exchanged(owner.token(), community)).getString("level"));
    }

    private static int exchangeStatus(String credential) {
        return exchanged(credential).statusCode();
    }

    private static JsonPath exchange(String credential) {
        return claims(exchanged(credential));
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

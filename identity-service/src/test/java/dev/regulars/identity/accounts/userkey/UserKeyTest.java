package dev.regulars.identity.accounts.userkey;

import static dev.regulars.identity.accounts.userkey.KeyOwnerFixture.KEY;
import static dev.regulars.identity.accounts.userkey.KeyOwnerFixture.KEYS;
import static dev.regulars.identity.accounts.userkey.KeyOwnerFixture.exchange;
import static dev.regulars.identity.accounts.userkey.KeyOwnerFixture.exchangeStatus;
import static dev.regulars.testkit.Tokens.communitySession;
import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.user;
import static dev.regulars.testkit.Tokens.userKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

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

    LocalMail mail;
    KafkaRecords records;

    CommunityServiceStub communities;
    KeyOwnerFixture keys;
    TestAccounts.LoggedInUser owner;
    String community;

    @BeforeEach
    void join() {
        communities = new CommunityServiceStub();
        keys = KeyOwnerFixture.joined(mail, records, Instant.now());
        owner = keys.owner();
        community = keys.community();
    }

    @AfterEach
    void close() {
        communities.close();
    }

    @Test
    void keyIsReturnedOnceAndActsAsItsOwner() {
        Response created = keys.create(keys.body());
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
        keys.get(created)
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
        var body = new HashMap<>(keys.body());
        String channel = "c".repeat(24);
        body.putAll(Map.of("channelIds", List.of(channel), "expirePeriod", 30));
        Response created = keys.create(body);
        String key = created.path("data.key");
        assertThat(exchange(key).getList("channels", String.class)).containsExactly(channel);

        keys.update(created, Map.of("name", "Other", "permissions", List.of("readOwnMessages")))
                .then()
                .statusCode(200)
                .body("data.name", equalTo("Other"))
                .body("data.channelIds", contains(channel))
                .body("data.expireDate", equalTo(created.path("data.expireDate")));
        assertThat(exchange(key).getList("permissions", String.class)).containsExactly("readOwnMessages");

        keys.update(created, Map.of("isActive", false)).then().statusCode(200).body("data.isActive", equalTo(false));
        assertThat(exchangeStatus(key)).isEqualTo(401);
        keys.update(created, Map.of("isActive", true, "expirePeriod", 0, "expireDate", ""))
                .then()
                .statusCode(200)
                .body("data.expireDate", nullValue());
        assertThat(exchangeStatus(key)).isEqualTo(200);
    }

    @Test
    void sessionOfOneCommunitySeesKeysOfThatCommunityOnly() {
        Response created = keys.create(keys.body());
        String elsewhere = "e".repeat(24);
        var session = communitySession(owner.account(), elsewhere);

        session.body(keys.body()).post(KEYS).then().statusCode(404);
        communitySession(owner.account(), elsewhere).get(KEYS).then().body("data", hasSize(0));
        communitySession(owner.account(), elsewhere)
                .get(KEY, owner.account(), created.path("data._id"))
                .then()
                .statusCode(404);
        communitySession(owner.account(), community).get(KEYS).then().body("data", hasSize(1));
    }

    @Test
    void othersHaveNoKeysHere() {
        Response created = keys.create(keys.body());
        String stranger = "d".repeat(24);

        owner.calls().queryParam("userId", stranger).get(KEYS).then().statusCode(404);
        user(stranger)
                .get(KEY, owner.account(), created.path("data._id"))
                .then()
                .statusCode(404);
        user(stranger).get(KEY, stranger, created.path("data._id")).then().statusCode(404);
        user(stranger).delete(KEY, stranger, created.path("data._id")).then().statusCode(404);
        userKey(owner.account(), community, "updateOwnProfile")
                .body(keys.body())
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
            keys.create(keys.body()).then().statusCode(201);
        }
        keys.create(keys.body())
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
                .body(keys.body())
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
        var body = new HashMap<String, Object>(keys.body());
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
}

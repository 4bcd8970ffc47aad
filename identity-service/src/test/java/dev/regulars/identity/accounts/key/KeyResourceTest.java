package dev.regulars.identity.accounts.key;

import static dev.regulars.events.DomainEvent.typeOf;
import static dev.regulars.testkit.Tokens.callingKey;
import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.crypto.Secrets;
import dev.regulars.events.Topic;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.identity.TestAccounts;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class KeyResourceTest {

    static final String KEYS = "/application/communities/{community}/api-keys";

    KafkaRecords records;

    final String community = Secrets.key().substring(0, 24);
    final String owner = Secrets.key().substring(0, 24);

    @Test
    void keyIsReturnedOnceAndMaskedWhenDeleted() {
        Response made = create(Map.of("name", "Shop", "permissions", List.of("getUserData", "createUser")));
        made.then()
                .statusCode(201)
                .body("meta.statusCode", equalTo(201))
                .body("message", equalTo("Create API key success."))
                .body("data.key", matchesPattern("[0-9a-f]{64}"))
                .body("data.permissions", contains("getUserData", "createUser"))
                .body("data.kind", equalTo("integration"))
                .body("data.expirePeriod", equalTo(0))
                .body("data.expireDate", nullValue());
        String key = made.path("data.key");

        owner().delete(KEYS + "/{id}", community, made.path("data._id"))
                .then()
                .statusCode(200)
                .body("message", equalTo("Delete API key success."))
                .body("data.key", equalTo(key.substring(0, 4) + "*".repeat(56) + key.substring(60)));
        owner().delete(KEYS + "/{id}", community, made.path("data._id"))
                .then()
                .statusCode(404)
                .body("message", equalTo("Record Not Found"));
    }

    @Test
    void deletedKeyInvalidatesCachedTokens() {
        String id =
                create(Map.of("name", "Shop", "permissions", List.of("store"))).path("data._id");

        owner().delete(KEYS + "/{id}", community, id).then().statusCode(200);

        assertThat(records.typesAbout(Topic.CALLERS, "credential:" + id, 1))
                .containsExactly(typeOf(CallerChanged.class));
    }

    @Test
    void thirtyTwoParallelRepeatsReadTheKeyOnceAndThenMasked() {
        String repeat = UUID.randomUUID().toString();
        var body = Map.of("name", "Shop", "permissions", List.of("getUserData"));

        List<Response> answers = Concurrently.call(
                32, twin -> owner().header("Idempotency-Key", repeat).body(body).post(KEYS, community));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
        assertThat(answers.stream().map(answer -> answer.<String>path("data._id")))
                .containsOnly(answers.getFirst().<String>path("data._id"));
        var keys =
                answers.stream().map(answer -> answer.<String>path("data.key")).toList();
        assertThat(keys).filteredOn(key -> !key.contains("*")).hasSize(1);
        assertThat(keys).filteredOn(key -> key.contains("*")).hasSize(31);
    }

    @Test
    void keysAreListedReadAndChanged() {
        Response first = create(Map.of("name", "Shop", "permissions", List.of("store"), "expirePeriod", 30));
        Response second = create(Map.of("name", "Bot", "kind", "system"));
        String id = first.path("data._id");

        owner().queryParam("limit", 1)
                .get(KEYS, community)
                .then()
                .statusCode(200)
                .body("data._id", contains(id))
                .body("data[0].key", endsWith(first.<String>path("data.key").substring(60)))
                .body("meta.nextCursor", notNullValue());
        owner().get(KEYS, community).then().body("data._id", contains(id, second.<String>path("data._id")));

        change(id, Map.of("name", "Store", "permissions", List.of("store", "getUserData"), "expirePeriod", 30))
                .then()
                .statusCode(200)
                .body("message", equalTo("Update API key success."))
                .body("data.expireDate", equalTo(first.path("data.expireDate")));
        owner().get(KEYS + "/{id}", community, id)
                .then()
                .statusCode(200)
                .body("data.name", equalTo("Store"))
                .body("data.permissions", contains("store", "getUserData"));
        assertThat(records.typesAbout(Topic.CALLERS, "credential:" + id, 1))
                .containsExactly(typeOf(CallerChanged.class));
        change(id, Map.of("name", "Store", "permissions", List.of("store"), "kind", "system"))
                .then()
                .statusCode(400)
                .body("meta.errors[0].message", equalTo("kind cannot be changed"));
        change("f".repeat(24), Map.of("name", "Store", "permissions", List.of("store")))
                .then()
                .statusCode(404);
    }

    @Test
    void rotatedKeyWorksBesideThePreviousOne() {
        Response created = create(Map.of("name", "Shop", "permissions", List.of("store")));
        String id = created.path("data._id");

        Response rotated = owner().post(KEYS + "/{id}/rotate", community, id);

        rotated.then()
                .statusCode(200)
                .body("message", equalTo("Rotate API key success."))
                .body("data.key", matchesPattern("[0-9a-f]{64}"))
                .body("data.previousKeyExpiresAt", notNullValue());
        assertThat(exchange(created.path("data.key"))).isEqualTo(200);
        assertThat(exchange(rotated.path("data.key"))).isEqualTo(200);
        owner().body(Map.of("overlapHours", 0))
                .post(KEYS + "/{id}/rotate", community, id)
                .then()
                .statusCode(200);
        assertThat(exchange(created.path("data.key"))).isEqualTo(401);
        assertThat(exchange(rotated.path("data.key"))).isEqualTo(401);
    }

    @Test
    void usageTellsWhichPermissionsAreNotNeeded() {
        Response created = create(Map.of("name", "Shop", "permissions", List.of("store", "getUserData")));
        String id = created.path("data._id");
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        report(id, "store", now.minus(40, ChronoUnit.DAYS));
        report(id, "store", now.minus(50, ChronoUnit.DAYS));
        report("f".repeat(24), "store", now);

        owner().get(KEYS + "/{id}/usage", community, id)
                .then()
                .statusCode(200)
                .body("data.unused", contains("store", "getUserData"))
                .body(
                        "data.lastUsed.store",
                        equalTo(now.minus(40, ChronoUnit.DAYS).toString().replaceFirst("(:\\d\\d)Z", "$1.000Z")));
        owner().queryParam("days", 60)
                .get(KEYS + "/{id}/usage", community, id)
                .then()
                .body("data.unused", contains("getUserData"));
        owner().queryParam("days", 0)
                .get(KEYS + "/{id}/usage", community, id)
                .then()
                .statusCode(400);
    }

    private static void report(String key, String permission, Instant at) {
        TestAccounts.json()
                .body(Map.of("uses", List.of(Map.of("keyId", key, "permission", permission, "at", at.toString()))))
                .post("/internal/credentials/uses")
                .then()
                .statusCode(204);
    }

    @Test
    void infoIsForKeysAlone() {
        String id =
                create(Map.of("name", "Shop", "permissions", List.of("store"))).path("data._id");

        owner().get(KEYS + "/info", community).then().statusCode(401);
        key(community).get(KEYS + "/info", "f".repeat(24)).then().statusCode(404);
        callingKey(community, id)
                .get(KEYS + "/info", community)
                .then()
                .statusCode(200)
                .body("data._id", equalTo(id))
                .body("data.key", containsString("****"));
    }

    @Test
    void ssoKeyHasNoPermissionsEither() {
        create(Map.of("name", "Site", "kind", "sso"))
                .then()
                .statusCode(201)
                .body("data.kind", equalTo("sso"))
                .body("data.permissions", equalTo(List.of()));
        String key = create(Map.of("name", "Site", "kind", "sso")).path("data.key");
        assertThat(exchange(key)).isEqualTo(401);
    }

    @Test
    void systemKeyHasNoPermissions() {
        create(Map.of("name", "Bot", "kind", "system"))
                .then()
                .statusCode(201)
                .body("data.kind", equalTo("system"))
                .body("data.permissions", equalTo(List.of()));

        create(Map.of("name", "Bot", "kind", "system", "permissions", List.of("getUserData")))
                .then()
                .statusCode(400)
                .body("errors", nullValue())
                .body("meta.errors[0].message", equalTo("permissions must be left out for a system key"));
    }

    @Test
    void periodAndDateMustAgree() {
        create(Map.of("name", "Shop", "permissions", List.of("store"), "expirePeriod", 30))
                .then()
                .statusCode(201)
                .body("data.expirePeriod", equalTo(30));
        create(Map.of(
                        "name",
                        "Shop",
                        "permissions",
                        List.of("store"),
                        "expirePeriod",
                        3,
                        "expireDate",
                        "2099-01-01T00:00:00Z"))
                .then()
                .statusCode(400)
                .body("meta.errors[0].message", equalTo("expireDate must agree with expirePeriod"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"permissions\":[\"store\"]}                              | name is required",
                "{\"name\":\"a\"}                                           | permissions is required",
                "{\"name\":\"a\",\"permissions\":[]}                        | permissions is required",
                "{\"name\":\"a\",\"permissions\":[\"fly\"]}                 | permissions must be one of",
                "{\"name\":\"a\",\"permissions\":{\"$ne\":null}}            | permissions must be a list",
                "{\"name\":{\"$gt\":\"\"},\"permissions\":[\"store\"]}      | name must be a string",
                "{\"name\":\"a\",\"permissions\":[\"store\"],\"expirePeriod\":-1} | expirePeriod must be 0 or more",
                "{\"name\":\"a\",\"permissions\":[\"store\"],\"expireDate\":\"+292278994-08-17T07:12:55.807Z\"} | expireDate must be at most 36500 days ahead",
                "{\"name\":\"a\",\"permissions\":[\"store\"],\"expireDate\":\"+10000-01-01T00:00:00Z\"} | expireDate must be at most 36500 days ahead",
                "{\"name\":\"a\\u202Eb\",\"permissions\":[\"store\"]} | name must have visible characters and no control or hidden ones",
                "{\"name\":\"a\\r\\nb\",\"permissions\":[\"store\"]} | name must have visible characters and no control or hidden ones",
                "{\"name\":\"a\",\"permissions\":[\"store\"],\"expireDate\":\"soon\"} | expireDate must be an ISO-8601",
            })
    void invalidFieldIsNamed(String body, String message) {
        String said = owner().body(body)
                .post(KEYS, community)
                .then()
                .statusCode(400)
                .body("message", equalTo("Bad Request"))
                .extract()
                .path("meta.errors[0].message");

        assertThat(said).startsWith(message);
    }

    @Test
    void memberIsRefusedAndStrangerFindsNothing() {
        var body = Map.of("name", "a", "permissions", List.of("store"));

        user(owner, community, "member")
                .body(body)
                .post(KEYS, community)
                .then()
                .statusCode(401)
                .body("message", equalTo("Unauthorized"));
        key(community, "webhooks", "getUserData")
                .body(body)
                .post(KEYS, community)
                .then()
                .statusCode(401);
        user(owner)
                .body(body)
                .post(KEYS, community)
                .then()
                .statusCode(404)
                .body("message", equalTo("Record Not Found"));
        user(owner, "f".repeat(24), "owner")
                .body(body)
                .post(KEYS, community)
                .then()
                .statusCode(404);
        owner().body(body)
                .post(KEYS, "nonsense")
                .then()
                .statusCode(400)
                .body("meta.errors[0].field", equalTo("communityId"));
    }

    @Test
    void keyOfAnotherCommunityIsNotFound() {
        String id =
                create(Map.of("name", "Shop", "permissions", List.of("store"))).path("data._id");
        String elsewhere = Secrets.key().substring(0, 24);

        user(owner, elsewhere, "owner")
                .delete(KEYS + "/{id}", elsewhere, id)
                .then()
                .statusCode(404);
        owner().delete(KEYS + "/{id}", community, id).then().statusCode(200);
    }

    private Response change(String id, Map<String, Object> body) {
        return owner().body(body).put(KEYS + "/{id}", community, id);
    }

    private static int exchange(String key) {
        return TestAccounts.exchange(key);
    }

    private Response create(Map<String, Object> body) {
        return owner().body(body).post(KEYS, community);
    }

    private RequestSpecification owner() {
        return user(owner, community, "owner");
    }
}

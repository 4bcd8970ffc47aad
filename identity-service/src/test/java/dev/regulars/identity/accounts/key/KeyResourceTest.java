package dev.regulars.identity.accounts.key;

import static dev.regulars.events.DomainEvent.typeOf;
import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
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

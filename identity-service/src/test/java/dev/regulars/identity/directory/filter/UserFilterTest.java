package dev.regulars.identity.directory.filter;

import static dev.regulars.testkit.Tokens.key;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.crypto.Secrets;
import dev.regulars.events.Topic;
import dev.regulars.events.gamification.GamificationEvent.BalanceChanged;
import dev.regulars.identity.TestAccounts;
import dev.regulars.identity.directory.TestMembers;
import dev.regulars.identity.directory.TestMembers.TestMember;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UserFilterTest {
    KafkaRecords records;

    final String community = Secrets.key().substring(0, 24);

    @Test
    void documentedBodyFindsByNameAndJoinDate() {
        TestMember ben = TestMembers.create(community);

        // the stub of community-service says 2026-01-02T03:04:05.678Z
        found("""
                {"fields": ["email", "join_date", "first_name", "last_name"],
                 "filter": {"join_date": {"lte": "2026-01-02", "gte": "2025-01-01"}, "first_name": "Ben"}}""")
                .body("status", equalTo("success"))
                .body("data.keySet()", equalTo(java.util.Set.of("users")))
                .body(
                        "data.users",
                        equalTo(List.of(Map.of(
                                "email", ben.name() + "@example.com",
                                "join_date", "2026-01-02T03:04:05.678Z",
                                "first_name", "Ben",
                                "last_name", "Silva"))));
        none("{\"filter\": {\"join_date\": {\"lte\": \"2026-01-01\"}}}");
        none("{\"filter\": {\"join_date\": {\"gte\": \"2026-01-03\"}}}");
        none("{\"filter\": {\"first_name\": \"ben\"}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"join_date\": \"2026-01-02\"",
                "\"join_date\": \"2026-01-02T03:04:05.678Z\"",
                "\"join_date\": {\"gte\": \"2026-01-02T03:04:05.678Z\", \"lte\": \"2026-01-02T03:04:05.678Z\"}",
                "\"xp\": 0",
                "\"coins\": {\"lte\": 0.5}",
                "\"access_level\": 3",
                "\"access_level\": {\"gte\": 3, \"lte\": 3.0}",
                "\"language\": \"English\"",
                "\"display_name\": \"Ben B.\", \"last_name\": \"Silva\""
            })
    void defaultFieldsMatchByTheirTypes(String filter) {
        TestMember ben = TestMembers.create(community, TestAccounts.name(), 3);

        found("{\"fields\": [\"_id\"], \"filter\": {" + filter + "}}")
                .body("data.users._id", equalTo(List.of(ben.id())));
    }

    @Test
    void addressesNamesAndIdsMatchInAnySpelling() {
        TestMember ben = TestMembers.create(community);
        for (String filter : List.of(
                "\"email\": \"" + ben.name().toUpperCase(java.util.Locale.ROOT) + "@EXAMPLE.com\"",
                "\"username\": \"" + ben.name().toUpperCase(java.util.Locale.ROOT) + "\"",
                "\"user_id\": \"" + ben.userId() + "\"",
                "\"_id\": \"" + ben.id() + "\"")) {
            found("{\"fields\": [\"_id\"], \"filter\": {" + filter + "}}")
                    .body("data.users._id", equalTo(List.of(ben.id())));
        }
    }

    @Test
    void customFieldsMatchByTheirTypesTogetherWithDefaultOnes() {
        create("deposit", "numerical");
        create("country", "single-line-text");
        create("since", "date");
        create("vip", "boolean");
        TestMember ben = TestMembers.create(community);
        TestMembers.create(community);
        set(ben, Map.of("deposit", 120.5, "country", "PT", "since", "2026-03-10", "vip", true));

        for (String filter : List.of(
                "\"deposit\": 120.5",
                "\"deposit\": {\"gte\": 100, \"lte\": 200}",
                "\"country\": \"PT\", \"first_name\": \"Ben\"",
                "\"since\": {\"gte\": \"2026-03-10\", \"lte\": \"2026-03-10\"}",
                "\"since\": \"2026-03-10\"",
                "\"vip\": true, \"deposit\": {\"gte\": 1}")) {
            found("{\"fields\": [\"_id\"], \"filter\": {" + filter + "}}")
                    .body("data.users._id", equalTo(List.of(ben.id())));
        }
        none("{\"filter\": {\"deposit\": {\"gte\": 200}}}");
        none("{\"filter\": {\"country\": \"pt\"}}");
        none("{\"filter\": {\"vip\": false}}");
        found("{\"fields\": [\"deposit\", \"country\", \"vip\", \"gone\"], \"filter\": {\"_id\": \"" + ben.id()
                        + "\"}}")
                .body("data.users", equalTo(List.of(Map.of("deposit", 120.5f, "country", "PT", "vip", true))));
        found("{\"fields\": [\"deposit\"], \"filter\": {\"xp\": 0}}")
                .body("data.users.deposit", containsInAnyOrder(equalTo(120.5f), nullValue()));
        info(ben, null).body("data.customFields.deposit", equalTo(120.5f)).body("data.customFields.vip", equalTo(true));
        info(ben, List.of("country", "gone")).body("data.customFields", equalTo(Map.of("country", "PT")));
        info(ben, List.of()).body("data.customFields", equalTo(Map.of()));
    }

    @Test
    void balancesOfTheLedgerAreShownAndFound() {
        TestMember ben = TestMembers.create(community);
        String today = Instant.now().toString().substring(0, 10);
        records.put(Topic.GAMIFICATION, balances(ben, Map.of("xp", 120L, "messages", 7L, "visits", 3L), today, 20), 2);
        records.put(Topic.GAMIFICATION, balances(ben, Map.of("xp", 5L), today, 5), 1);

        await().atMost(ofSeconds(20)).untilAsserted(() -> info(ben, null)
                .body("data.xp", equalTo(120))
                .body("data.coins", equalTo(0))
                .body("data.xpEarnedToday", equalTo(20))
                .body("data.totalMessages", equalTo(7))
                .body("data.visitCount", equalTo(3)));
        found("{\"fields\": [\"xp\"], \"filter\": {\"xp\": {\"gte\": 100}}}")
                .body("data.users", equalTo(List.of(Map.of("xp", 120))));

        records.put(Topic.GAMIFICATION, balances(ben, Map.of("xp", 121L), "2026-01-01", 20), 3);
        await().atMost(ofSeconds(20))
                .untilAsserted(
                        () -> info(ben, null).body("data.xp", equalTo(121)).body("data.xpEarnedToday", equalTo(0)));
    }

    private BalanceChanged balances(TestMember member, Map<String, Long> units, String day, long xpToday) {
        return new BalanceChanged(
                community,
                member.id(),
                member.userId(),
                Secrets.key(),
                "adjustment",
                "1",
                "",
                "issuer",
                units,
                units,
                units,
                day,
                xpToday,
                0,
                Instant.now());
    }

    private void create(String field, String type) {
        key(community, "userFields")
                .body(Map.of("field", field, "name", field, "type", type))
                .post("/application/communities/{c}/user-fields", community)
                .then()
                .statusCode(201);
    }

    private void set(TestMember member, Map<String, Object> values) {
        dev.regulars.testkit.Tokens.service("webhook-service")
                .body(Map.of(
                        "communityId", community, "accountId", member.id(), "fields", values, "cause", Secrets.key()))
                .post("/internal/custom-fields")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse info(TestMember member, List<String> customFields) {
        Map<String, Object> body = new HashMap<>(Map.of("idOrEmail", member.id()));
        if (customFields != null) {
            body.put("customFields", customFields);
        }
        return key(community, "getUserData")
                .body(body)
                .post("/integration/users/info")
                .then()
                .statusCode(200);
    }

    private void none(String body) {
        found(body).body("data.users", empty());
    }

    private ValidatableResponse found(String body) {
        return ask(body).then().statusCode(200);
    }

    private Response ask(Object body) {
        return key(community, "getUserData").body(body).post("/integration/users/filter");
    }
}

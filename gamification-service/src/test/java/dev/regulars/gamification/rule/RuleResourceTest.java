package dev.regulars.gamification.rule;

import static dev.regulars.gamification.Members.id;
import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.service;
import static dev.regulars.testkit.Tokens.systemKey;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.MemberRolesChanged;
import dev.regulars.events.identity.CustomFieldEvent.MemberFieldChanged;
import dev.regulars.events.identity.IdentityEvent.MemberTagged;
import dev.regulars.gamification.Members;
import dev.regulars.testkit.IdentityStub;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RuleResourceTest {

    IdentityStub identity;
    KafkaRecords records;

    final Members members = new Members();
    final String ana = id();

    @BeforeEach
    void know() {
        identity.add(members.community, ana, "42", "ana");
    }

    @Test
    void aRuleIsCreatedReadChangedAndDeleted() {
        String rule = create(Map.of("changes", Map.of("coins", 5)));

        byKey().body(Map.of("isEnabled", false))
                .patch("/application/rules/{id}", rule)
                .then()
                .statusCode(200)
                .body("data.version", equalTo(2))
                .body("data.isEnabled", equalTo(false))
                .body("data.changes.coins", equalTo(5));
        byKey().get("/application/rules").then().body("data", hasSize(1));
        byKey().delete("/application/rules/{id}", rule).then().statusCode(200);
        byKey().get("/application/rules/{id}", rule).then().statusCode(404);
        byKey().body(Map.of("name", "Nothing", "event", "message"))
                .post("/application/rules")
                .then()
                .statusCode(400);
    }

    @Test
    void aRulePostsAwardsAndTagsWhenItsConditionsHold() {
        String badge = systemKey(members.community, id())
                .body(Map.of("title", "Busy", "action", "custom"))
                .post("/system/badges")
                .path("body.id");
        String rule = create(Map.of(
                "changes",
                Map.of("coins", 5),
                "badge",
                badge,
                "tag",
                "busy",
                "when",
                List.of(Map.of("type", "count", "unit", "messages", "atLeast", 3, "days", 7))));
        message("m1");
        message("m2");
        message("m3");

        awaitCoins(5);
        byKey().get("/application/ledger/members/42/postings")
                .then()
                .body("data.rule", hasItem("rule." + rule + ".v1"));
        await().untilAsserted(() -> Assertions.assertThat(
                        records.about(Topic.GAMIFICATION.title(), members.community + ":" + ana).stream()
                                .map(event -> KafkaRecords.header(event, "ce_type")))
                .contains("gamification.badge.awarded.v1", "gamification.tag.granted.v1"));
        members.voidCause("m3").then().statusCode(200);
        awaitCoins(0);
    }

    @Test
    void aRuleMayAskForARoleAndHasADailyCap() {
        String role = id();
        create(Map.of(
                "changes", Map.of("coins", 5), "dailyCap", 1, "when", List.of(Map.of("type", "role", "role", role))));
        message("before");
        records.put(Topic.COMMUNITY, new MemberRolesChanged(members.community, ana, List.of(role)), 1);
        await().untilAsserted(() -> {
            message(id());
            byBalance().body("balances.coins", equalTo(5));
        });
        message("after");
        message("more");

        await().untilAsserted(() -> byKey().get("/application/ledger/members/42/postings")
                .then()
                .body("data.refused", hasItem("daily_cap")));
        awaitCoins(5);
    }

    @Test
    void aRuleMayAskForATagAndACustomField() {
        String field = id();
        create(Map.of(
                "changes",
                Map.of("coins", 5),
                "dailyCap",
                1,
                "when",
                List.of(
                        Map.of("type", "tag", "tag", "vip"),
                        Map.of("type", "field", "field", "country", "value", "PT"),
                        Map.of("type", "field", "field", field, "atLeast", 100))));
        records.put(Topic.IDENTITY, new MemberTagged(members.community, ana, List.of("vip")), 2);
        records.put(Topic.IDENTITY, new MemberTagged(members.community, ana, List.of("old")), 1);
        records.put(Topic.IDENTITY, changed(id(), "country", "PT", Instant.now()), 3);
        records.put(Topic.IDENTITY, changed(field, "deposit", 99.5, Instant.now()), 4);
        message("too little");
        records.put(Topic.IDENTITY, changed(field, "deposit", 100, Instant.now()), 5);
        records.put(Topic.IDENTITY, changed(field, "deposit", 1, Instant.EPOCH), 6); // late

        await().untilAsserted(() -> {
            message(id());
            byBalance().body("balances.coins", equalTo(5));
        });
        byKey().body(Map.of(
                        "name",
                        "x",
                        "event",
                        "message",
                        "changes",
                        Map.of("coins", 1),
                        "when",
                        List.of(Map.of("type", "field", "field", "country"))))
                .post("/application/rules")
                .then()
                .statusCode(400)
                .body("meta.errors[0].message", equalTo("when of type field must have field, and value or atLeast"));
    }

    private MemberFieldChanged changed(String fieldId, String field, Object value, Instant at) {
        return new MemberFieldChanged(members.community, ana, "42", fieldId, field, value, null, "api", at);
    }

    @Test
    void aDryRunSaysWhatWouldHaveBeen() {
        for (int i = 0; i < 5; i++) {
            message("m" + i);
        }

        byKey().body(Map.of(
                        "name",
                        "Third",
                        "event",
                        "message",
                        "changes",
                        Map.of("coins", 5),
                        "when",
                        List.of(Map.of("type", "count", "unit", "messages", "atLeast", 3, "days", 1)),
                        "days",
                        7))
                .post("/application/rules/dry-run")
                .then()
                .statusCode(200)
                .body("data", hasSize(1))
                .body("data[0].userId", containsString(ana))
                .body("data[0].changes.coins", equalTo(15));
        byBalance().body("balances.coins", equalTo(0));
    }

    private String create(Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of("name", "Busy", "event", "message"));
        body.putAll(more);
        return byKey().body(body)
                .post("/application/rules")
                .then()
                .statusCode(201)
                .body("data.version", equalTo(1))
                .extract()
                .path("data._id");
    }

    private void message(String cause) {
        members.post(cause, "issuer", ana, Map.of("messages", 1L)).then().statusCode(200);
    }

    private void awaitCoins(int coins) {
        await().untilAsserted(() -> byBalance().body("balances.coins", equalTo(coins)));
    }

    private io.restassured.response.ValidatableResponse byBalance() {
        return service("identity-service")
                .get("/internal/balances/{c}/{a}", members.community, ana)
                .then();
    }

    private RequestSpecification byKey() {
        return key(members.community, "ledger");
    }
}

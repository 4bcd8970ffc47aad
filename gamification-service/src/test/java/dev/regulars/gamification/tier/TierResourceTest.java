package dev.regulars.gamification.tier;

import static dev.regulars.gamification.Members.id;
import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.systemKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.events.Topic;
import dev.regulars.gamification.Members;
import dev.regulars.testkit.IdentityStub;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TierResourceTest {

    IdentityStub identity;
    KafkaRecords records;

    final Members members = new Members();
    final String ana = id();

    @BeforeEach
    void define() {
        identity.add(members.community, ana, "42", "ana");
        define(tier("Silver", 1, 10), tier("Gold", 2, 100)).statusCode(200).body("data.tiers", hasSize(2));
    }

    @Test
    void earnedXpLiftsAMemberAndSpendingDoesNotLower() {
        earn("first", 10);
        awaitTier("Silver");
        earn("second", 95);
        awaitTier("Gold");
        members.post("spent", "store", ana, Map.of("xp", -100L)).then().statusCode(200);

        awaitTier("Gold");
        assertThat(records.about(Topic.GAMIFICATION.title(), members.community + ":" + ana).stream()
                        .filter(event -> KafkaRecords.header(event, "ce_type").equals("gamification.tier.changed.v1")))
                .hasSize(2);
    }

    @Test
    void whatIsTakenBackWasNeverEarned() {
        earn("message", 100);
        awaitTier("Gold");
        members.voidCause("message").then().statusCode(200);

        awaitTier(null);
    }

    @Test
    void aCommunityMayLetTiersFall() {
        earn("first", 100);
        awaitTier("Gold");
        members.post("spent", "store", ana, Map.of("xp", -100L)).then().statusCode(200);

        setting("one").body("body.tiers.downgrade", equalTo("one"));
        awaitTier("Silver");
        setting("balance");
        awaitTier(null);
    }

    @Test
    void anAdminLiftsAMemberButDoesNotLowerOne() {
        byKey().body(Map.of("tier", "Gold", "reason", "Founder"))
                .put("/application/tiers/members/42")
                .then()
                .statusCode(200)
                .body("data.tier.name", equalTo("Gold"));
        byKey().body(Map.of("tier", "Silver", "reason", "Oops"))
                .put("/application/tiers/members/42")
                .then()
                .statusCode(409);
        byKey().body(Map.of("tier", "Iron", "reason", "Oops"))
                .put("/application/tiers/members/42")
                .then()
                .statusCode(400);
    }

    @Test
    void tiersRiseAndAreShownWithWhatActionsEarn() {
        define(tier("Silver", 1, 10), tier("Gold", 2, 10)).statusCode(400);
        byKey().get("/integration/xp-settings/tiers")
                .then()
                .statusCode(200)
                .body("message", nullValue())
                .body("data.enabled", equalTo(true))
                .body("data.tiers.name", equalTo(List.of("Silver", "Gold")))
                .body("data.xpSetting.enabled", equalTo(false));
        byKey().get("/application/tiers").then().body("data.tiers[0]._id", org.hamcrest.Matchers.notNullValue());
    }

    private ValidatableResponse setting(String downgrade) {
        return systemKey(members.community, id())
                .body(Map.of("enabled", true, "display", Map.of("levels", true, "tiers", true), "downgrade", downgrade))
                .post("/system/gamifications/{id}/tier-setting", members.community)
                .then()
                .statusCode(200)
                .body("meta.message", equalTo("XP Setting has been updated successfully"))
                .body("body.serverId", equalTo(members.community));
    }

    private void earn(String cause, long xp) {
        members.post(cause, "issuer", ana, Map.of("xp", xp)).then().statusCode(200);
    }

    private void awaitTier(String name) {
        await().untilAsserted(() -> byKey().get("/application/communities/{c}/members/42/progress", members.community)
                .then()
                .statusCode(200)
                .body("data.tier.name", equalTo(name)));
        await().untilAsserted(() -> assertThat(told()).isEqualTo(name == null ? "" : name));
    }

    private String told() {
        return records.about(Topic.GAMIFICATION.title(), members.community + ":" + ana).stream()
                .filter(event -> KafkaRecords.header(event, "ce_type").equals("gamification.tier.changed.v1"))
                .map(event -> event.value().replaceAll(".*\"tier\":(null|\"([^\"]*)\").*", "$2"))
                .reduce("", (before, last) -> last);
    }

    private ValidatableResponse define(Map<?, ?>... tiers) {
        return byKey().body(Map.of("tiers", List.of(tiers)))
                .put("/application/tiers")
                .then();
    }

    private static Map<String, Object> tier(String name, int level, int xp) {
        return Map.of("name", name, "level", level, "xp", xp);
    }

    private RequestSpecification byKey() {
        return key(members.community, "tiers");
    }
}

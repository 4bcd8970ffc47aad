package dev.regulars.gamification.badge;

import static dev.regulars.gamification.Members.id;
import static dev.regulars.testkit.Tokens.service;
import static dev.regulars.testkit.Tokens.systemKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import dev.regulars.events.Topic;
import dev.regulars.gamification.Members;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.IdentityStub;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BadgeResourceTest {

    IdentityStub identity;
    KafkaRecords records;

    final Members members = new Members();
    final String ana = id();

    @BeforeEach
    void know() {
        identity.add(members.community, ana, "42", "ana");
    }

    @Test
    void aBadgeIsCreatedListedUpdatedAndDeleted() {
        String badge = bySystemKey()
                .body(Map.of("title", "Helper", "action", "custom", "quantity", 3, "attachRequired", true))
                .post("/system/badges")
                .then()
                .statusCode(200)
                .body("meta.message", equalTo("Badge has been created successfully"))
                .body("body.id", matchesPattern("[0-9a-f-]{36}"))
                .body("body.quantity", equalTo("3"))
                .body("body.attachRequired", equalTo("true"))
                .body("body.awarded", equalTo("true"))
                .body("body.description", equalTo(""))
                .extract()
                .path("body.id");

        bySystemKey()
                .body(Map.of("title", "Hero", "action", "custom"))
                .put("/system/badges/{id}", badge)
                .then()
                .statusCode(200)
                .body("body.title", equalTo("Hero"))
                .body("body.quantity", equalTo("0"));
        bySystemKey().get("/system/badges").then().body("body", hasSize(1));
        bySystemKey()
                .delete("/system/badges/{id}", badge)
                .then()
                .statusCode(200)
                .body("meta.message", equalTo("Badge has been deleted successfully"))
                .body("body.id", equalTo(badge));
        award(badge).then().statusCode(404);
    }

    @Test
    void manyAwardsAtOnceAreOneAwardAndOneBonus() {
        String badge = badge(Map.of("awardXpQuantity", 50, "awardCurrencyQuantity", 5));

        List<Response> answers = Concurrently.call(32, i -> award(badge));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        awaitCoins(5);
        assertThat(records.about(Topic.GAMIFICATION.title(), members.community + ":" + ana).stream()
                        .map(event -> KafkaRecords.header(event, "ce_type")))
                .containsOnlyOnce("gamification.badge.awarded.v1")
                .containsOnlyOnce("gamification.balance.changed.v1");
    }

    @Test
    void aBonusThatIsKeptIsNotGivenAgain() {
        String badge = badge(Map.of("awardCurrencyQuantity", 5));
        for (int i = 0; i < 3; i++) {
            award(badge).then().statusCode(200).body("body.title", equalTo(List.of("Helper")));
            awaitCoins(5);
            remove(badge)
                    .then()
                    .statusCode(200)
                    .body("meta.message", equalTo("Badge has been removed successfully"))
                    .body("body", hasSize(0));
        }
        members.earn(ana, 1);

        awaitCoins(6);
        remove(badge).then().statusCode(404);
    }

    @Test
    void aBonusThatIsTakenBackIsGivenAgain() {
        String badge = badge(Map.of("awardCurrencyQuantity", 5, "onRemove", "takeBack"));
        for (int i = 0; i < 2; i++) {
            award(badge).then().statusCode(200);
            awaitCoins(5);
            remove(badge).then().statusCode(200);
            awaitCoins(0);
        }
    }

    @Test
    void whatIsNoBadgeIsRefusedInWords() {
        bySystemKey()
                .body(Map.of("title", "", "action", "custom"))
                .post("/system/badges")
                .then()
                .statusCode(400);
        bySystemKey().delete("/system/badges/gold").then().statusCode(400);
        award("1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed").then().statusCode(404);
    }

    private String badge(Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of("title", "Helper", "action", "custom"));
        body.putAll(more);
        return bySystemKey().body(body).post("/system/badges").path("body.id");
    }

    private Response award(String badge) {
        return bySystemKey().body(Map.of("userId", "42")).post("/system/badges/{id}/award", badge);
    }

    private Response remove(String badge) {
        return bySystemKey().body(Map.of("userId", ana)).post("/system/badges/{id}/remove", badge);
    }

    private void awaitCoins(int coins) {
        await().untilAsserted(() -> service("identity-service")
                .get("/internal/balances/{c}/{a}", members.community, ana)
                .then()
                .body("balances.coins", equalTo(coins)));
    }

    private RequestSpecification bySystemKey() {
        return systemKey(members.community, id());
    }
}

package dev.regulars.gamification.milestone;

import static dev.regulars.gamification.Members.id;
import static dev.regulars.testkit.Tokens.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.events.Topic;
import dev.regulars.gamification.Members;
import dev.regulars.testkit.IdentityStub;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MilestoneResourceTest {

    IdentityStub identity;
    KafkaRecords records;

    final Members members = new Members();
    final String ana = id();

    @BeforeEach
    void people() {
        identity.add(members.community, ana, "42", "ana");
    }

    @Test
    void aMilestoneIsPaidOnceForEver() {
        String milestone = create(100, 50);
        earn(60);
        mine().body("data[0].progress", equalTo(60)).body("data[0].completedAt", nullValue());
        earn(40);
        awaitCoins(50);
        mine().body("data[0].progress", equalTo(100)).body("data[0].completedAt", notNullValue());

        earn(200);
        byKey().body(Map.of("changes", Map.of("coins", 70)))
                .patch("/application/milestones/{id}", milestone)
                .then()
                .statusCode(200)
                .body("data.changes.coins", equalTo(70))
                .body("data.target", equalTo(100));
        repeatAll();
        earn(1);
        await().untilAsserted(() -> mine().body("data[0].progress", equalTo(301)));
        assertThat(coins()).isEqualTo(50);
    }

    @Test
    void whoHadReachedItBeforeItWasSetIsPaidToo() {
        earn(500);
        create(100, 5);
        awaitCoins(5);
        create(101, 6);
        awaitCoins(11);
    }

    @Test
    void spendingDoesNotLowerProgressAndWhatIsGoneIsNotShown() {
        String milestone = create(100, 0);
        earn(90);
        members.post(id(), "store", ana, Map.of("xp", -80L)).then().statusCode(200);
        mine().body("data[0].progress", equalTo(90));

        byKey().delete("/application/milestones/{id}", milestone).then().statusCode(200);
        byKey().get("/application/milestones/{id}", milestone).then().statusCode(404);
        await().untilAsserted(() -> mine().body("data", hasSize(0)));
    }

    @Test
    void milestonesAreOfUnits() {
        byKey().body(Map.of("name", "m", "unit", "sneezes", "target", 1))
                .post("/application/milestones")
                .then()
                .statusCode(400);
        byKey().body(Map.of("name", "m", "unit", "xp", "target", 1, "changes", Map.of("sneezes", 1)))
                .post("/application/milestones")
                .then()
                .statusCode(400);
        byKey().body(Map.of("name", "m", "unit", "xp", "target", 0))
                .post("/application/milestones")
                .then()
                .statusCode(400);
    }

    private String create(int target, int coins) {
        return byKey().body(Map.of("name", "Words", "unit", "xp", "target", target, "changes", Map.of("coins", coins)))
                .post("/application/milestones")
                .then()
                .statusCode(201)
                .body("message", equalTo("Create milestone success."))
                .extract()
                .path("data._id");
    }

    /** As after a crash: everything that was told about the member comes again. */
    private void repeatAll() {
        records.about(Topic.GAMIFICATION.title(), members.community + ":" + ana)
                .forEach(event -> records.put(
                        new ProducerRecord<>(event.topic(), null, event.key(), event.value(), event.headers())));
    }

    private ValidatableResponse mine() {
        return byKey().body(Map.of("identifier", "ana@example.com", "identifier_type", "email"))
                .post("/integration/users/milestones")
                .then()
                .statusCode(200);
    }

    private void earn(long xp) {
        members.post(id(), "issuer", ana, Map.of("xp", xp)).then().statusCode(200);
    }

    private void awaitCoins(int coins) {
        await().untilAsserted(() -> assertThat(coins()).isEqualTo(coins));
    }

    private int coins() {
        return byKey().get("/application/ledger/members/42").path("data.balances.coins");
    }

    private RequestSpecification byKey() {
        return key(members.community, "ledger", "getUserStats");
    }
}

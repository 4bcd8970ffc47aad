package dev.regulars.gamification.wheel;

import static dev.regulars.gamification.wheel.TestWheel.NOTHING;
import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.userKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.regulars.crypto.Secrets;
import dev.regulars.testkit.IdentityStub;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WheelResourceTest {

    IdentityStub identity;
    TestWheel wheel;

    @BeforeEach
    void create() {
        wheel = TestWheel.create(identity);
    }

    @Test
    void aSpinCostsOneAndBringsAPrize() {
        wheel.define(List.of(Map.of("label", "Coins", "weight", 5, "changes", Map.of("coins", 10, "spins", 1))));
        wheel.give(wheel.ana(), 1);
        String commitment = wheel.seen()
                .body("data.spins", equalTo(1))
                .body("data.prizes[0].exhausted", equalTo(false))
                .extract()
                .path("data.commitment");

        String log = wheel.spin(wheel.ana(), "seed")
                .then()
                .statusCode(201)
                .body("message", equalTo("Create spin success."))
                .body("data.prize.label", equalTo("Coins"))
                .body("data.spins", equalTo(1))
                .extract()
                .path("data.logId");

        wheel.proof(log).body("data.commitment", equalTo(commitment)).body("data.clientSeed", equalTo("seed"));
        assertThat(Secrets.hash(wheel.proof(log).extract().path("data.serverSeed")))
                .isEqualTo(commitment);
        assertThat(wheel.seen().extract().<String>path("data.commitment")).isNotEqualTo(commitment);
        key(wheel.community(), "ledger")
                .get("/application/ledger/members/42/postings")
                .then()
                .body("data.findAll { it.causeId == '%s' }.rule".formatted(log), containsInAnyOrder("spin", "prize"))
                .body("data.account.unique()", hasSize(2));
        key(wheel.community(), "ledger").get("/application/ledger/audit").then().body("data.drift", hasSize(0));
    }

    @Test
    void aPrizeOfSpinsDoesNotPayForItsOwnDraw() {
        wheel.define(List.of(Map.of("label", "Again", "weight", 5, "changes", Map.of("spins", 1))));

        wheel.spin(wheel.ana(), "seed").then().statusCode(409).body("meta.code", equalTo("insufficient"));
    }

    @Test
    void partnersReadLogsAndStatsAndCorrectThem() {
        wheel.define(List.of(Map.of("label", "Coins", "weight", 5, "changes", Map.of("coins", 10))));
        wheel.byKey()
                .body(Map.of("email", "ana@example.com", "spins", 3, "streaks", 6))
                .put("/integration/mini-games/wheel")
                .then()
                .statusCode(200)
                .body("data.wheel.spins", equalTo(3))
                .body("data.wheel.streaks", equalTo(6));
        wheel.spin(wheel.ana(), "a").then().statusCode(201);
        wheel.spin(wheel.ana(), "b").then().statusCode(201);

        wheel.byKey()
                .body(Map.of("email", "ana@example.com"))
                .post("/integration/mini-games/stats")
                .then()
                .statusCode(200)
                .body("data.wheel.spins", equalTo(1))
                .body("data.wheel.streaks", equalTo(7));
        wheel.byKey()
                .body(Map.of("email", "ana@example.com", "limit", 1))
                .post("/integration/mini-games/logs")
                .then()
                .statusCode(200)
                .body("data", hasSize(1))
                .body("data[0].user_id", equalTo(wheel.ana()))
                .body("data[0].spins", equalTo(1))
                .body("pagination.total", equalTo(2))
                .body("pagination.hasNextPage", equalTo(true));
        wheel.byKey()
                .body(Map.of("email", "ana@example.com"))
                .put("/integration/mini-games/wheel")
                .then()
                .statusCode(400);
    }

    @Test
    void prizesMustLeadSomewhere() {
        Map<String, Object> stocked = Map.of("label", "Car", "weight", 1, "stock", 1);
        refuses(List.of(stocked));
        refuses(List.of(Map.of("label", "Car", "weight", 1, "stock", 1, "fallback", "Bus")));
        refuses(List.of(Map.of("label", "Car", "weight", 1, "stock", 1, "fallback", "Car")));
        refuses(List.of(NOTHING));
        refuses(List.of(NOTHING, NOTHING));
        refuses(List.of(Map.of("label", "Debt", "weight", 1, "changes", Map.of("coins", -1))));
        wheel.byKey()
                .body(Map.of("isEnabled", true))
                .put("/application/mini-games/wheel/settings")
                .then()
                .statusCode(400);
        wheel.give(wheel.ana(), 1);
        wheel.spin(wheel.ana(), "seed").then().statusCode(409).body("meta.code", equalTo("wheel_disabled"));
    }

    @Test
    void aUserKeySpinsForItsOwner() {
        wheel.define(List.of(Map.of("label", "Coins", "weight", 5)));
        wheel.give(wheel.ana(), 1);

        userKey(wheel.ana(), wheel.community(), "updateOwnProfile")
                .body(Map.of())
                .post("/application/mini-games/wheel/spins")
                .then()
                .statusCode(201);
        wheel.seen().body("data.spins", equalTo(0));
    }

    private void refuses(List<Map<String, Object>> prizes) {
        wheel.byKey()
                .body(Map.of("prizes", prizes))
                .put("/application/mini-games/wheel/settings")
                .then()
                .statusCode(400);
    }
}

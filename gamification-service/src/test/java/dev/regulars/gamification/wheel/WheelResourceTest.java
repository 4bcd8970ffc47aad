package dev.regulars.gamification.wheel;

import static dev.regulars.gamification.Members.id;
import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.user;
import static dev.regulars.testkit.Tokens.userKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.regulars.crypto.Secrets;
import dev.regulars.gamification.Members;
import dev.regulars.testkit.IdentityStub;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WheelResourceTest {
    private static final Map<String, Object> NOTHING = Map.of("label", "Nothing", "weight", 0);

    IdentityStub identity;

    final Members members = new Members();
    final String ana = id();

    @BeforeEach
    void know() {
        identity.add(members.community, ana, "42", "ana");
    }

    @Test
    void aSpinCostsOneAndBringsAPrize() {
        define(List.of(Map.of("label", "Coins", "weight", 5, "changes", Map.of("coins", 10, "spins", 1))));
        give(ana, 1);
        String commitment = wheel().body("data.spins", equalTo(1))
                .body("data.prizes[0].exhausted", equalTo(false))
                .extract()
                .path("data.commitment");

        String log = spin(ana, "seed")
                .then()
                .statusCode(201)
                .body("message", equalTo("Create spin success."))
                .body("data.prize.label", equalTo("Coins"))
                .body("data.spins", equalTo(1))
                .extract()
                .path("data.logId");

        proof(log).body("data.commitment", equalTo(commitment)).body("data.clientSeed", equalTo("seed"));
        assertThat(Secrets.hash(proof(log).extract().path("data.serverSeed"))).isEqualTo(commitment);
        assertThat(wheel().extract().<String>path("data.commitment")).isNotEqualTo(commitment);
        key(members.community, "ledger")
                .get("/application/ledger/members/42/postings")
                .then()
                .body("data.findAll { it.causeId == '%s' }.rule".formatted(log), containsInAnyOrder("spin", "prize"))
                .body("data.account.unique()", hasSize(2));
        key(members.community, "ledger").get("/application/ledger/audit").then().body("data.drift", hasSize(0));
    }

    @Test
    void aPrizeOfSpinsDoesNotPayForItsOwnDraw() {
        define(List.of(Map.of("label", "Again", "weight", 5, "changes", Map.of("spins", 1))));

        spin(ana, "seed").then().statusCode(409).body("meta.code", equalTo("insufficient"));
    }

    @Test
    void partnersReadLogsAndStatsAndCorrectThem() {
        define(List.of(Map.of("label", "Coins", "weight", 5, "changes", Map.of("coins", 10))));
        byKey().body(Map.of("email", "ana@example.com", "spins", 3, "streaks", 6))
                .put("/integration/mini-games/wheel")
                .then()
                .statusCode(200)
                .body("data.wheel.spins", equalTo(3))
                .body("data.wheel.streaks", equalTo(6));
        spin(ana, "a").then().statusCode(201);
        spin(ana, "b").then().statusCode(201);

        byKey().body(Map.of("email", "ana@example.com"))
                .post("/integration/mini-games/stats")
                .then()
                .statusCode(200)
                .body("data.wheel.spins", equalTo(1))
                .body("data.wheel.streaks", equalTo(7));
        byKey().body(Map.of("email", "ana@example.com", "limit", 1))
                .post("/integration/mini-games/logs")
                .then()
                .statusCode(200)
                .body("data", hasSize(1))
                .body("data[0].user_id", equalTo(ana))
                .body("data[0].spins", equalTo(1))
                .body("pagination.total", equalTo(2))
                .body("pagination.hasNextPage", equalTo(true));
        byKey().body(Map.of("email", "ana@example.com"))
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
        byKey().body(Map.of("isEnabled", true))
                .put("/application/mini-games/wheel/settings")
                .then()
                .statusCode(400);
        give(ana, 1);
        spin(ana, "seed").then().statusCode(409).body("meta.code", equalTo("wheel_disabled"));
    }

    @Test
    void aUserKeySpinsForItsOwner() {
        define(List.of(Map.of("label", "Coins", "weight", 5)));
        give(ana, 1);

        userKey(ana, members.community, "updateOwnProfile")
                .body(Map.of())
                .post("/application/mini-games/wheel/spins")
                .then()
                .statusCode(201);
        wheel().body("data.spins", equalTo(0));
    }

    private void define(List<Map<String, Object>> prizes) {
        byKey().body(Map.of("isEnabled", true, "prizes", prizes))
                .put("/application/mini-games/wheel/settings")
                .then()
                .statusCode(200);
    }

    private void refuses(List<Map<String, Object>> prizes) {
        byKey().body(Map.of("prizes", prizes))
                .put("/application/mini-games/wheel/settings")
                .then()
                .statusCode(400);
    }

    private void give(String member, long spins) {
        members.post(id(), "issuer", member, Map.of("spins", spins)).then().statusCode(200);
    }

    private Response spin(String member, String clientSeed) {
        return user(member, members.community, "member")
                .body(Map.of("clientSeed", clientSeed))
                .post("/application/mini-games/wheel/spins");
    }

    private ValidatableResponse wheel() {
        return user(ana, members.community, "member")
                .get("/application/mini-games/wheel/me")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse settings() {
        return byKey().get("/application/mini-games/wheel/settings").then().statusCode(200);
    }

    private ValidatableResponse proof(String log) {
        return io.restassured.RestAssured.get("/application/mini-games/wheel/spins/{log}/proof", log)
                .then()
                .statusCode(200);
    }

    private RequestSpecification byKey() {
        return key(members.community, "miniGames");
    }
}

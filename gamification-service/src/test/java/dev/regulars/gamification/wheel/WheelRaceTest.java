package dev.regulars.gamification.wheel;

import static dev.regulars.gamification.Members.id;
import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.gamification.Members;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.IdentityStub;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Spins at once, and spins that are repeated. */
@QuarkusTest
class WheelRaceTest {
    private static final Map<String, Object> NOTHING = Map.of("label", "Nothing", "weight", 0);

    IdentityStub identity;

    final Members members = new Members();
    final String ana = id();

    @BeforeEach
    void know() {
        identity.add(members.community, ana, "42", "ana");
    }

    @Test
    void ofManySpinsAtOnceOneIsTheLast() {
        define(List.of(Map.of("label", "Coins", "weight", 5, "changes", Map.of("coins", 10))));
        give(ana, 1);

        List<Integer> answers =
                Concurrently.call(32, i -> spin(ana, "seed " + i).statusCode());

        assertThat(Collections.frequency(answers, 201)).isEqualTo(1);
        assertThat(Collections.frequency(answers, 409)).isEqualTo(31);
        wheel().body("data.spins", equalTo(0));
        key(members.community, "ledger")
                .get("/application/ledger/members/42")
                .then()
                .body("data.balances.coins", equalTo(10));
    }

    @Test
    void theLastOfAPrizeIsWonOnceAndThenItsFallback() {
        define(List.of(
                Map.of(
                        "label",
                        "Car",
                        "weight",
                        5,
                        "changes",
                        Map.of("coins", 1000),
                        "stock",
                        1,
                        "fallback",
                        "Nothing"),
                NOTHING));
        List<String> players =
                Collections.nCopies(8, "").stream().map(none -> id()).toList();
        players.forEach(player -> give(player, 2));

        List<Response> answers = Concurrently.call(8, i -> spin(players.get(i), "seed"));

        assertThat(answers.stream().map(Response::statusCode)).containsOnly(201);
        List<String> labels = answers.stream()
                .map(one -> one.<String>path("data.prize.label"))
                .toList();
        assertThat(labels).containsOnlyOnce("Car").contains("Nothing");
        settings().body("data.prizes[0].won", equalTo(1));
        String log = spin(players.getFirst(), "seed").path("data.logId");
        proof(log).body("data.exhausted", contains("Car")).body("data.prize.label", equalTo("Nothing"));
        define(List.of(
                Map.of("label", "Car", "weight", 5, "changes", Map.of(), "stock", 2, "fallback", "Nothing"), NOTHING));
        settings().body("data.weightsVersion", equalTo(2));
        wheel().body("data.prizes[0].exhausted", equalTo(false));
    }

    @Test
    void aRepeatAnswersTheFirstSpin() {
        define(List.of(Map.of("label", "Coins", "weight", 5, "changes", Map.of("coins", 10))));
        give(ana, 5);

        List<Response> answers = Concurrently.call(4, i -> user(ana, members.community, "member")
                .header("Idempotency-Key", "one")
                .body(Map.of("clientSeed", "same"))
                .post("/application/mini-games/wheel/spins"));

        assertThat(answers.stream().map(one -> one.path("data.logId")).distinct())
                .hasSize(1);
        wheel().body("data.spins", equalTo(4));
        user(ana, members.community, "member")
                .header("Idempotency-Key", "one")
                .body(Map.of("clientSeed", "other"))
                .post("/application/mini-games/wheel/spins")
                .then()
                .statusCode(422);
    }

    private void define(List<Map<String, Object>> prizes) {
        byKey().body(Map.of("isEnabled", true, "prizes", prizes))
                .put("/application/mini-games/wheel/settings")
                .then()
                .statusCode(200);
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

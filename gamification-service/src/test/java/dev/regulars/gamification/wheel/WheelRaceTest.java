package dev.regulars.gamification.wheel;

import static dev.regulars.gamification.Members.id;
import static dev.regulars.gamification.wheel.TestWheel.NOTHING;
import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.IdentityStub;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Spins at once, and spins that are repeated. */
@QuarkusTest
class WheelRaceTest {

    IdentityStub identity;
    TestWheel wheel;

    @BeforeEach
    void create() {
        wheel = TestWheel.create(identity);
    }

    @Test
    void ofManySpinsAtOnceOneIsTheLast() {
        wheel.define(List.of(Map.of("label", "Coins", "weight", 5, "changes", Map.of("coins", 10))));
        wheel.give(wheel.ana(), 1);

        List<Integer> answers =
                Concurrently.call(32, i -> wheel.spin(wheel.ana(), "seed " + i).statusCode());

        assertThat(Collections.frequency(answers, 201)).isEqualTo(1);
        assertThat(Collections.frequency(answers, 409)).isEqualTo(31);
        wheel.seen().body("data.spins", equalTo(0));
        key(wheel.community(), "ledger")
                .get("/application/ledger/members/42")
                .then()
                .body("data.balances.coins", equalTo(10));
    }

    @Test
    void theLastOfAPrizeIsWonOnceAndThenItsFallback() {
        wheel.define(List.of(
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
        players.forEach(player -> wheel.give(player, 2));

        List<Response> answers = Concurrently.call(8, i -> wheel.spin(players.get(i), "seed"));

        assertThat(answers.stream().map(Response::statusCode)).containsOnly(201);
        List<String> labels = answers.stream()
                .map(one -> one.<String>path("data.prize.label"))
                .toList();
        assertThat(labels).containsOnlyOnce("Car").contains("Nothing");
        wheel.settings().body("data.prizes[0].won", equalTo(1));
        String log = wheel.spin(players.getFirst(), "seed").path("data.logId");
        wheel.proof(log).body("data.exhausted", contains("Car")).body("data.prize.label", equalTo("Nothing"));
        wheel.define(List.of(
                Map.of("label", "Car", "weight", 5, "changes", Map.of(), "stock", 2, "fallback", "Nothing"), NOTHING));
        wheel.settings().body("data.weightsVersion", equalTo(2));
        wheel.seen().body("data.prizes[0].exhausted", equalTo(false));
    }

    @Test
    void aRepeatAnswersTheFirstSpin() {
        wheel.define(List.of(Map.of("label", "Coins", "weight", 5, "changes", Map.of("coins", 10))));
        wheel.give(wheel.ana(), 5);

        List<Response> answers = Concurrently.call(4, i -> user(wheel.ana(), wheel.community(), "member")
                .header("Idempotency-Key", "one")
                .body(Map.of("clientSeed", "same"))
                .post("/application/mini-games/wheel/spins"));

        assertThat(answers.stream().map(one -> one.path("data.logId")).distinct())
                .hasSize(1);
        wheel.seen().body("data.spins", equalTo(4));
        user(wheel.ana(), wheel.community(), "member")
                .header("Idempotency-Key", "one")
                .body(Map.of("clientSeed", "other"))
                .post("/application/mini-games/wheel/spins")
                .then()
                .statusCode(422);
    }
}

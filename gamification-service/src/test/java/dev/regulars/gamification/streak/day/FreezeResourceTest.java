package dev.regulars.gamification.streak.day;

import static dev.regulars.gamification.Members.id;
import static dev.regulars.gamification.streak.day.StreakMember.TODAY;
import static dev.regulars.gamification.streak.day.StreakMember.YESTERDAY;
import static dev.regulars.gamification.streak.day.StreakMember.path;
import static dev.regulars.testkit.Tokens.user;
import static dev.regulars.testkit.Tokens.userKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.IdentityStub;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Freezes and repairs of days that a member missed. */
@QuarkusTest
class FreezeResourceTest {

    IdentityStub identity;
    KafkaRecords records;
    StreakMember streaks;

    @BeforeEach
    void create() {
        streaks = StreakMember.create(identity, records);
    }

    @Test
    void aFreezeKeepsTheDayAndARepairMendsOne() {
        String streak = streaks.create("messages", 1);
        freeze(streak, TODAY).statusCode(409).body("meta.errors[0].message", equalTo("Insufficient balance"));
        give(2);
        freeze(streak, TODAY).statusCode(200).body("data", equalTo(Map.of("count", 0, "freezes", 1)));
        freeze(streak, TODAY).statusCode(200).body("data.freezes", equalTo(1));
        streaks.explain(streak, TODAY).body("data.freeze", equalTo(true)).body("data.outcome", equalTo("frozen"));

        repair(streak, YESTERDAY).statusCode(200).body("data.freezes", equalTo(0));
        streaks.explain(streak, YESTERDAY).body("data.outcome", equalTo("repaired"));
        streaks.send("m1", TODAY);
        streaks.awaitCount(streak, 1);
        freeze(streak, TODAY).statusCode(409);
        freeze(streak, YESTERDAY).statusCode(409);
        repair(streak, TODAY).statusCode(409);
        repair(streak, TODAY.minusDays(20)).statusCode(409);
        freeze(streak, TODAY.plusDays(40)).statusCode(400);
        await().untilAsserted(() -> assertThat(streaks.told("streak.frozen")).hasSize(2));
    }

    @Test
    void thirtyTwoCallsSpendOneFreeze() {
        String streak = streaks.create("messages", 1);
        give(5);
        List<Response> answers = Concurrently.call(
                32, i -> streaks.byKey().body(Map.of("date", TODAY.toString())).post(path(streak, "/freeze")));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.<Integer>path("data.freezes"))
                .isEqualTo(4));
    }

    @Test
    void membersReadAndFreezeTheirOwn() {
        String streak = streaks.create("messages", 1);
        give(1);
        var member = user(streaks.ana(), streaks.community(), "member");
        member.get(path(streak, "/explain?date=" + TODAY).replace("members/42", "members/" + streaks.ana()))
                .then()
                .statusCode(200);
        userKey(streaks.ana(), streaks.community(), "updateOwnProfile")
                .body(Map.of())
                .post(path(streak, "/freeze").replace("members/42", "members/" + streaks.ana()))
                .then()
                .statusCode(200);
        user(id(), streaks.community(), "member")
                .get(path(streak, "/explain?date=" + TODAY))
                .then()
                .statusCode(401);
        streaks.byKey().get(path(streak, "/explain?date=soon")).then().statusCode(400);
        streaks.byKey()
                .get(path(streak, "/explain?date=" + TODAY.plusDays(1)))
                .then()
                .statusCode(400);
        streaks.byKey().get(path(id(), "/explain?date=" + TODAY)).then().statusCode(404);
    }

    private void give(long freezes) {
        streaks.members()
                .post(id(), "issuer", streaks.ana(), Map.of("freezes", freezes))
                .then()
                .statusCode(200);
    }

    private ValidatableResponse freeze(String streak, LocalDate day) {
        return streaks.byKey()
                .body(Map.of("date", day.toString()))
                .post(path(streak, "/freeze"))
                .then();
    }

    private ValidatableResponse repair(String streak, LocalDate day) {
        return streaks.byKey()
                .body(Map.of("date", day.toString()))
                .post(path(streak, "/repair"))
                .then();
    }
}

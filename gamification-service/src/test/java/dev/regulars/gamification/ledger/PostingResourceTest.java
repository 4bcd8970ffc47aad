package dev.regulars.gamification.ledger;

import static dev.regulars.gamification.Members.id;
import static dev.regulars.gamification.Members.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.regulars.events.Topic;
import dev.regulars.gamification.Members;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PostingResourceTest {

    KafkaRecords records;

    final Members members = new Members();
    final String ana = id();

    @Test
    void aPostingChangesBalancesAndIsTold() {
        members.post("a", "issuer", ana, Map.of("coins", 10L, "xp", 3L))
                .then()
                .statusCode(200)
                .body("postings[0].balances.coins", equalTo(10))
                .body("postings[0].balances.xp", equalTo(3))
                .body("postings[0].memberVersion", equalTo(1))
                .body("repeat", equalTo(false));

        assertThat(records.typesAbout(Topic.GAMIFICATION, members.community + ":" + ana, 1))
                .containsExactly("gamification.balance.changed.v1");
    }

    @Test
    void aCauseHasOneEffectAndARepeatGetsTheFirstAnswer() {
        members.earn(ana, 5);
        members.post("order", "store", ana, Map.of("coins", -5L)).then().statusCode(200);
        members.earn(ana, 100);

        members.post("order", "store", ana, Map.of("coins", -5L))
                .then()
                .statusCode(200)
                .body("repeat", equalTo(true))
                .body("postings[0].balances.coins", equalTo(0));
        members.post("order", "store", ana, Map.of("coins", -6L)).then().statusCode(422);
    }

    @Test
    void whatIsNotThereCannotBeSpentAndARefusalStays() {
        members.earn(ana, 5);

        members.post("order", "store", ana, Map.of("coins", -6L))
                .then()
                .statusCode(409)
                .body("message", equalTo("Insufficient balance"));
        members.earn(ana, 5);
        members.post("order", "store", ana, Map.of("coins", -6L)).then().statusCode(409);
    }

    @Test
    void causesOfABatchApplyEachByItselfAndOnce() {
        String ben = id();
        Map<String, Map<String, Object>> batch = new LinkedHashMap<>();
        batch.put("row-1", line("bulk", ana, Map.of("coins", 5L)));
        batch.put("row-2", line("bulk", ben, Map.of("coins", -5L)));
        batch.put("row-3", line("bulk", ana, Map.of("coins", -2L)));
        for (int i = 0; i < 2; i++) {
            members.postBatch(batch)
                    .then()
                    .statusCode(200)
                    .body("results.status", equalTo(List.of(200, 409, 200)))
                    .body("results[1].message", equalTo("Insufficient balance"));
        }
        members.post("row-3", "bulk", ana, Map.of("coins", -2L))
                .then()
                .body("repeat", equalTo(true))
                .body("postings[0].balances.coins", equalTo(3));
    }

    @Test
    void postingsOfOneRequestApplyTogetherOrNotAtAll() {
        String ben = id();
        members.earn(ana, 5);

        members.post("gift", List.of(line("gift", ben, Map.of("coins", 6L)), line("gift", ana, Map.of("coins", -6L))))
                .then()
                .statusCode(409);
        members.post("gift2", List.of(line("gift", ben, Map.of("coins", 4L)), line("gift", ana, Map.of("coins", -4L))))
                .then()
                .statusCode(200)
                .body("postings.balances.coins", equalTo(List.of(4, 1)));
    }

    @Test
    void aBalanceCanBeSet() {
        members.earn(ana, 5);
        var line = line("bulk", ana, Map.of());
        line.put("set", Map.of("coins", 2, "xp", 7));

        members.post("row", List.of(line))
                .then()
                .statusCode(200)
                .body("postings[0].changes.coins", equalTo(-3))
                .body("postings[0].balances.xp", equalTo(7));
    }

    @Test
    void aVoidedCauseIsTakenBackOnceAndDoesNothingLater() {
        members.earn(ana, 5);
        members.post("order", "store", ana, Map.of("coins", -5L)).then().statusCode(200);

        members.voidCause("order")
                .then()
                .statusCode(200)
                .body("postings[0].balances.coins", equalTo(5))
                .body("repeat", equalTo(false));
        members.voidCause("order").then().body("postings", hasSize(1)).body("repeat", equalTo(true));
        members.voidCause("other").then().body("postings", hasSize(0));
        members.post("other", "store", ana, Map.of("coins", -5L))
                .then()
                .statusCode(409)
                .body("message", equalTo("The cause was voided"));
    }

    @Test
    void anEarningThatWasSpentBeforeItIsTakenBackIsOwed() {
        members.post("message", "issuer", ana, Map.of("coins", 5L)).then().statusCode(200);
        members.post("order", "store", ana, Map.of("coins", -4L)).then().statusCode(200);

        members.voidCause("message").then().body("postings[0].balances.coins", equalTo(0));
        members.post("next", "issuer", ana, Map.of("coins", 10L)).then().body("postings[0].balances.coins", equalTo(6));
    }

    @Test
    void oneCauseFromManyThreadsHasOneEffect() {
        List<Response> answers = Concurrently.call(32, i -> members.post("one", "issuer", ana, Map.of("coins", 10L)));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.<Integer>path("postings[0].balances.coins")).isEqualTo(10);
            assertThat(answer.<Integer>path("postings[0].memberVersion")).isEqualTo(1);
        });
        members.post("two", "issuer", ana, Map.of("coins", 1L)).then().body("postings[0].balances.coins", equalTo(11));
    }

    @Test
    void whatIsNoPostingIsRefusedInWords() {
        members.post("x", "issuer", ana, Map.of("gold", 1L)).then().statusCode(400);
        members.post("x", "issuer", ana, Map.of())
                .then()
                .statusCode(400)
                .body("message", equalTo("changes is required"));
        members.post("x", "issuer", "nobody", Map.of("xp", 1L)).then().statusCode(400);
        members.post("x", "issuer", ana, Map.of("xp", Long.MAX_VALUE)).then().statusCode(400);
    }
}

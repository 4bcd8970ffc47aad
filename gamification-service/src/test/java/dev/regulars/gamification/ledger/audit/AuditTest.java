package dev.regulars.gamification.ledger.audit;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;
import static dev.regulars.gamification.Members.id;
import static dev.regulars.testkit.Tokens.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import dev.regulars.gamification.Members;
import dev.regulars.testkit.Concurrently;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditTest {

    @Inject
    ReactiveMongoClient mongo;

    final Members members = new Members();

    @Test
    void whateverManyDoAtOnceTheBooksAddUpAtEveryMoment() {
        List<String> some = Stream.generate(Members::id).limit(20).toList();
        var looks = new AtomicInteger();
        List<Integer> worst = Concurrently.call(51, thread -> {
            var random = new Random(thread);
            for (int i = 0; i < 12; i++) {
                if (thread == 50) {
                    audit().body("data.drift", hasSize(0)).body("data.units.sum", everyItem(equalTo(0)));
                    looks.incrementAndGet();
                } else {
                    act(random, some, thread + "-" + i);
                }
            }
            return 0;
        });

        assertThat(worst).hasSize(51);
        assertThat(looks.get()).isEqualTo(12);
        audit().body("data.drift", hasSize(0));
        assertThat(some)
                .allSatisfy(member -> assertThat(coins(member)).isNotNegative().isEqualTo(replayed(member)));
    }

    @Test
    void aDriftIsNamed() {
        String ana = id();
        members.earn(ana, 5);
        mongo.getDatabase("gamification")
                .getCollection("members")
                .updateOne(eq("_id", members.community + ":" + ana), inc("state.amounts.coins", 3L))
                .await()
                .indefinitely();

        audit().body("data.drift", hasSize(1))
                .body("data.drift[0].userId", equalTo(ana))
                .body("data.drift[0].unit", equalTo("coins"))
                .body("data.drift[0].balance", equalTo(8))
                .body("data.drift[0].postings", equalTo(5))
                .body("data.units.find { it.unit == 'coins' }.sum", equalTo(3));
    }

    private void act(Random random, List<String> some, String cause) {
        String member = some.get(random.nextInt(some.size()));
        switch (random.nextInt(4)) {
            case 0, 1 -> members.post(cause, "issuer", member, Map.of("coins", 1L + random.nextInt(9), "xp", 1L));
            case 2 -> members.post(cause, "store", member, Map.of("coins", -1L - random.nextInt(12)));
            default -> members.voidCause(random.nextInt(50) + "-" + random.nextInt(12));
        }
    }

    private ValidatableResponse audit() {
        return key(members.community, "ledger")
                .get("/application/ledger/audit")
                .then()
                .statusCode(200);
    }

    private long coins(String member) {
        Document found = mongo.getDatabase("gamification")
                .getCollection("members")
                .find(eq("_id", members.community + ":" + member))
                .collect()
                .first()
                .await()
                .indefinitely();
        return found == null ? 0 : amount(found.get("state", Document.class).get("amounts", Document.class));
    }

    /** In the order of the member's versions, without a gap, and never below 0 on the way. */
    private long replayed(String member) {
        List<Document> log = mongo
                .getDatabase("gamification")
                .getCollection("postings")
                .find(new Document("accountId", member).append("outcome", "APPLIED"))
                .collect()
                .asList()
                .await()
                .indefinitely()
                .stream()
                .sorted(java.util.Comparator.comparing(posting -> posting.getLong("memberVersion")))
                .toList();
        long coins = 0;
        for (int i = 0; i < log.size(); i++) {
            assertThat(log.get(i).getLong("memberVersion")).isEqualTo(i + 1L);
            coins += amount(log.get(i).get("changes", Document.class));
            assertThat(coins).isNotNegative();
        }
        return coins;
    }

    private static long amount(Document amounts) {
        return amounts.containsKey("coins") ? amounts.getLong("coins") : 0;
    }
}

package dev.regulars.gamification.streak.day;

import static dev.regulars.gamification.streak.day.StreakMember.TODAY;
import static dev.regulars.gamification.streak.day.StreakMember.YESTERDAY;
import static dev.regulars.testkit.Tokens.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.regulars.events.Topic;
import dev.regulars.events.messaging.MessagingEvent.MessageDeleted;
import dev.regulars.testkit.IdentityStub;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MemberStreakResourceTest {

    IdentityStub identity;
    KafkaRecords records;
    StreakMember streaks;

    @BeforeEach
    void create() {
        streaks = StreakMember.create(identity, records);
    }

    @Test
    void aStreakGrowsByWhatAMemberDoesAndExplainsEachDay() {
        String streak = streaks.create("messages", 2);
        streaks.send("m1", YESTERDAY);
        streaks.send("m2", YESTERDAY);
        streaks.send("m3", TODAY);
        streaks.awaitCount(streak, 1);
        streaks.explain(streak, YESTERDAY)
                .body("data.counted", equalTo(true))
                .body("data.outcome", equalTo("kept"))
                .body("data.count", equalTo(1))
                .body("data.because", equalTo(List.of(Map.of("condition", "messages", "wanted", 2, "got", 2))));
        streaks.explain(streak, TODAY).body("data.outcome", equalTo("open")).body("data.because[0].got", equalTo(1));

        streaks.send("m4", TODAY);
        streaks.awaitCount(streak, 2);
        await().untilAsserted(() -> assertThat(streaks.told("streak.extended")).hasSize(2));
        streaks.byKey()
                .body(Map.of("email", "ana@example.com"))
                .post("/integration/streaks/logs")
                .then()
                .statusCode(200)
                .body("data", hasSize(2))
                .body("data[0].status", equalTo("extended"))
                .body("data[0].user_id", equalTo(streaks.ana()))
                .body("pagination.total", equalTo(2));
    }

    @Test
    void theProgressOfAMemberShowsStreaks() {
        String streak = streaks.create("messages", 1);
        streaks.send("m1", TODAY);
        streaks.awaitCount(streak, 1);

        key(streaks.community(), "tiers")
                .get("/application/communities/{c}/members/42/progress", streaks.community())
                .then()
                .statusCode(200)
                .body("data.streaks", hasSize(1))
                .body("data.streaks[0]._id", equalTo(streak))
                .body("data.streaks[0].date", equalTo(TODAY.toString()))
                .body("data.streaks[0].counted", equalTo(true))
                .body("data.streaks[0].best", equalTo(1))
                .body("data.milestones", hasSize(0))
                .body("data.referrals.user.userId", equalTo("42"));
    }

    @Test
    void whileStreaksAreOffNothingCounts() {
        String streak = streaks.create("messages", 1);
        streaks.byKey()
                .body(Map.of("enabled", false))
                .put("/integration/streaks/settings")
                .then()
                .statusCode(200);
        streaks.explain(streak, TODAY).body("data.outcome", equalTo("not_due"));
        key(streaks.community(), "tiers")
                .get("/application/communities/{c}/members/42/progress", streaks.community())
                .then()
                .body("data.streaks", hasSize(0));
    }

    @Test
    void whatIsDeletedOrRepeatedCountsAsIfItHadNotBeen() {
        String streak = streaks.create("messages", 2);
        var first = KafkaRecords.record(Topic.MESSAGING, streaks.sent("m1", TODAY), 1);
        records.put(first);
        records.put(first);
        records.put(Topic.MESSAGING, streaks.sent("m2", TODAY), 1);
        streaks.awaitCount(streak, 1);
        records.put(
                Topic.MESSAGING,
                new MessageDeleted(streaks.community(), streaks.channel(), "m2", streaks.ana(), "42", Instant.now()),
                2);
        streaks.awaitCount(streak, 0);
    }

    @Test
    void whatIsReportedDaysLateChangesNoSettledDay() {
        String streak = streaks.create("messages", 1);
        streaks.send("m1", TODAY.minusDays(3));
        streaks.send("m2", TODAY);
        streaks.awaitCount(streak, 1);

        streaks.explain(streak, TODAY.minusDays(3))
                .body("data.outcome", equalTo("missed"))
                .body("data.settled", equalTo(true))
                .body("data.because[0].got", equalTo(0));
    }

    @Test
    void aCustomFieldCountsByHowMuchItRises() {
        String streak = streaks.create("deposit", 100, true);
        streaks.field(20, null);
        streaks.field(90, 20);
        streaks.field(130, 90);
        streaks.awaitCount(streak, 1);
        streaks.explain(streak, TODAY).body("data.because[0].got", equalTo(130));
    }
}

package dev.regulars.gamification.streak.day;

import static dev.regulars.gamification.Members.id;
import static dev.regulars.testkit.Tokens.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.regulars.events.Topic;
import dev.regulars.events.identity.CustomFieldEvent.MemberFieldChanged;
import dev.regulars.events.messaging.MessageSource;
import dev.regulars.events.messaging.MessagingEvent.MessageDeleted;
import dev.regulars.events.messaging.MessagingEvent.MessageSent;
import dev.regulars.gamification.Members;
import dev.regulars.testkit.IdentityStub;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MemberStreakResourceTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);

    IdentityStub identity;
    KafkaRecords records;

    final Members members = new Members();
    final String ana = id();
    final String channel = id();

    @BeforeEach
    void people() {
        identity.add(members.community, ana, "42", "ana");
    }

    @Test
    void aStreakGrowsByWhatAMemberDoesAndExplainsEachDay() {
        String streak = create("messages", 2);
        send("m1", YESTERDAY);
        send("m2", YESTERDAY);
        send("m3", TODAY);
        awaitCount(streak, 1);
        explain(streak, YESTERDAY)
                .body("data.counted", equalTo(true))
                .body("data.outcome", equalTo("kept"))
                .body("data.count", equalTo(1))
                .body("data.because", equalTo(List.of(Map.of("condition", "messages", "wanted", 2, "got", 2))));
        explain(streak, TODAY).body("data.outcome", equalTo("open")).body("data.because[0].got", equalTo(1));

        send("m4", TODAY);
        awaitCount(streak, 2);
        await().untilAsserted(() -> assertThat(told("streak.extended")).hasSize(2));
        byKey().body(Map.of("email", "ana@example.com"))
                .post("/integration/streaks/logs")
                .then()
                .statusCode(200)
                .body("data", hasSize(2))
                .body("data[0].status", equalTo("extended"))
                .body("data[0].user_id", equalTo(ana))
                .body("pagination.total", equalTo(2));
    }

    @Test
    void theProgressOfAMemberShowsStreaks() {
        String streak = create("messages", 1);
        send("m1", TODAY);
        awaitCount(streak, 1);

        key(members.community, "tiers")
                .get("/application/communities/{c}/members/42/progress", members.community)
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
        String streak = create("messages", 1);
        byKey().body(Map.of("enabled", false))
                .put("/integration/streaks/settings")
                .then()
                .statusCode(200);
        explain(streak, TODAY).body("data.outcome", equalTo("not_due"));
        key(members.community, "tiers")
                .get("/application/communities/{c}/members/42/progress", members.community)
                .then()
                .body("data.streaks", hasSize(0));
    }

    @Test
    void whatIsDeletedOrRepeatedCountsAsIfItHadNotBeen() {
        String streak = create("messages", 2);
        var first = KafkaRecords.record(Topic.MESSAGING, sent("m1", TODAY), 1);
        records.put(first);
        records.put(first);
        records.put(Topic.MESSAGING, sent("m2", TODAY), 1);
        awaitCount(streak, 1);
        records.put(Topic.MESSAGING, new MessageDeleted(members.community, channel, "m2", ana, "42", Instant.now()), 2);
        awaitCount(streak, 0);
    }

    @Test
    void whatIsReportedDaysLateChangesNoSettledDay() {
        String streak = create("messages", 1);
        send("m1", TODAY.minusDays(3));
        send("m2", TODAY);
        awaitCount(streak, 1);

        explain(streak, TODAY.minusDays(3))
                .body("data.outcome", equalTo("missed"))
                .body("data.settled", equalTo(true))
                .body("data.because[0].got", equalTo(0));
    }

    @Test
    void aCustomFieldCountsByHowMuchItRises() {
        String streak = create("deposit", 100, true);
        field(20, null);
        field(90, 20);
        field(130, 90);
        awaitCount(streak, 1);
        explain(streak, TODAY).body("data.because[0].got", equalTo(130));
    }

    private String create(String action, int value) {
        return create(action, value, false);
    }

    private String create(String action, int value, boolean field) {
        return byKey().body(Map.of(
                        "name", "Streak",
                        "timezone", "utc_gmt",
                        "startDate", TODAY.minusDays(30).toString(),
                        "timeframe", Map.of("value", "daily", "count", 1),
                        "action",
                                Map.of(
                                        "operator",
                                        "and",
                                        "conditions",
                                        List.of(Map.of("action", action, "value", value, "isCustomField", field)))))
                .post("/integration/streaks")
                .path("data._id");
    }

    private void field(int value, Integer before) {
        records.put(
                Topic.IDENTITY,
                new MemberFieldChanged(
                        members.community, ana, "42", id(), "deposit", value, before, "api", Instant.now()),
                1);
    }

    private void send(String messageId, LocalDate day) {
        records.put(Topic.MESSAGING, sent(messageId, day), 1);
    }

    /** Late on that day, so that yesterday's is not reported too late; but never in the future. */
    private MessageSent sent(String messageId, LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusSeconds(1);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new MessageSent(
                members.community,
                channel,
                messageId,
                ana,
                "42",
                "Hello",
                List.of(),
                null,
                null,
                new MessageSource("user", "s"),
                end.isAfter(now) ? now : end);
    }

    private ValidatableResponse explain(String streak, LocalDate day) {
        return byKey().get(path(streak, "/explain?date=" + day)).then().statusCode(200);
    }

    private void awaitCount(String streak, int count) {
        await().untilAsserted(() -> explain(streak, TODAY).body("data.count", equalTo(count)));
    }

    private List<String> told(String what) {
        return records.about(Topic.GAMIFICATION.title(), members.community + ":" + ana).stream()
                .map(event -> KafkaRecords.header(event, "ce_type"))
                .filter(type -> type.equals("gamification." + what + ".v1"))
                .toList();
    }

    private static String path(String streak, String what) {
        return "/application/streaks/" + streak + "/members/42" + what;
    }

    private RequestSpecification byKey() {
        return key(members.community, "streaks");
    }
}

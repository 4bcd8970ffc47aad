package dev.regulars.gamification.streak.day;

import static dev.regulars.gamification.Members.id;
import static dev.regulars.testkit.Tokens.key;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.events.Topic;
import dev.regulars.events.identity.CustomFieldEvent.MemberFieldChanged;
import dev.regulars.events.messaging.MessageSource;
import dev.regulars.events.messaging.MessagingEvent.MessageSent;
import dev.regulars.gamification.Members;
import dev.regulars.testkit.IdentityStub;
import dev.regulars.testkit.KafkaRecords;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Streaks of one member of a community, and what the member does for them. */
record StreakMember(KafkaRecords records, Members members, String ana, String channel) {

    static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    static final LocalDate YESTERDAY = TODAY.minusDays(1);

    static StreakMember create(IdentityStub identity, KafkaRecords records) {
        var member = new StreakMember(records, new Members(), id(), id());
        identity.add(member.community(), member.ana, "42", "ana");
        return member;
    }

    String community() {
        return members.community;
    }

    String create(String action, int value) {
        return create(action, value, false);
    }

    String create(String action, int value, boolean field) {
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

    void field(int value, Integer before) {
        records.put(
                Topic.IDENTITY,
                new MemberFieldChanged(community(), ana, "42", id(), "deposit", value, before, "api", Instant.now()),
                1);
    }

    void send(String messageId, LocalDate day) {
        records.put(Topic.MESSAGING, sent(messageId, day), 1);
    }

    /** Late on that day, so that yesterday's is not reported too late; but never in the future. */
    MessageSent sent(String messageId, LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusSeconds(1);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new MessageSent(
                community(),
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

    ValidatableResponse explain(String streak, LocalDate day) {
        return byKey().get(path(streak, "/explain?date=" + day)).then().statusCode(200);
    }

    void awaitCount(String streak, int count) {
        await().untilAsserted(() -> explain(streak, TODAY).body("data.count", equalTo(count)));
    }

    List<String> told(String what) {
        return records.about(Topic.GAMIFICATION.title(), community() + ":" + ana).stream()
                .map(event -> KafkaRecords.header(event, "ce_type"))
                .filter(type -> type.equals("gamification." + what + ".v1"))
                .toList();
    }

    static String path(String streak, String what) {
        return "/application/streaks/" + streak + "/members/42" + what;
    }

    RequestSpecification byKey() {
        return key(community(), "streaks");
    }
}

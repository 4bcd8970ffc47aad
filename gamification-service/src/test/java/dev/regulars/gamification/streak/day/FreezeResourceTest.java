package dev.regulars.gamification.streak.day;

import static dev.regulars.gamification.Members.id;
import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.user;
import static dev.regulars.testkit.Tokens.userKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.events.Topic;
import dev.regulars.events.identity.CustomFieldEvent.MemberFieldChanged;
import dev.regulars.events.messaging.MessageSource;
import dev.regulars.events.messaging.MessagingEvent.MessageSent;
import dev.regulars.gamification.Members;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.IdentityStub;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
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

/** Freezes and repairs of days that a member missed. */
@QuarkusTest
class FreezeResourceTest {
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
    void aFreezeKeepsTheDayAndARepairMendsOne() {
        String streak = create("messages", 1);
        freeze(streak, TODAY).statusCode(409).body("meta.errors[0].message", equalTo("Insufficient balance"));
        give(2);
        freeze(streak, TODAY).statusCode(200).body("data", equalTo(Map.of("count", 0, "freezes", 1)));
        freeze(streak, TODAY).statusCode(200).body("data.freezes", equalTo(1));
        explain(streak, TODAY).body("data.freeze", equalTo(true)).body("data.outcome", equalTo("frozen"));

        repair(streak, YESTERDAY).statusCode(200).body("data.freezes", equalTo(0));
        explain(streak, YESTERDAY).body("data.outcome", equalTo("repaired"));
        send("m1", TODAY);
        awaitCount(streak, 1);
        freeze(streak, TODAY).statusCode(409);
        freeze(streak, YESTERDAY).statusCode(409);
        repair(streak, TODAY).statusCode(409);
        repair(streak, TODAY.minusDays(20)).statusCode(409);
        freeze(streak, TODAY.plusDays(40)).statusCode(400);
        await().untilAsserted(() -> assertThat(told("streak.frozen")).hasSize(2));
    }

    @Test
    void thirtyTwoCallsSpendOneFreeze() {
        String streak = create("messages", 1);
        give(5);
        List<Response> answers = Concurrently.call(
                32, i -> byKey().body(Map.of("date", TODAY.toString())).post(path(streak, "/freeze")));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.<Integer>path("data.freezes"))
                .isEqualTo(4));
    }

    @Test
    void membersReadAndFreezeTheirOwn() {
        String streak = create("messages", 1);
        give(1);
        var member = user(ana, members.community, "member");
        member.get(path(streak, "/explain?date=" + TODAY).replace("42", ana))
                .then()
                .statusCode(200);
        userKey(ana, members.community, "updateOwnProfile")
                .body(Map.of())
                .post(path(streak, "/freeze").replace("42", ana))
                .then()
                .statusCode(200);
        user(id(), members.community, "member")
                .get(path(streak, "/explain?date=" + TODAY))
                .then()
                .statusCode(401);
        byKey().get(path(streak, "/explain?date=soon")).then().statusCode(400);
        byKey().get(path(streak, "/explain?date=" + TODAY.plusDays(1))).then().statusCode(400);
        byKey().get(path(id(), "/explain?date=" + TODAY)).then().statusCode(404);
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

    private void give(long freezes) {
        members.post(id(), "issuer", ana, Map.of("freezes", freezes)).then().statusCode(200);
    }

    private ValidatableResponse explain(String streak, LocalDate day) {
        return byKey().get(path(streak, "/explain?date=" + day)).then().statusCode(200);
    }

    private ValidatableResponse freeze(String streak, LocalDate day) {
        return byKey().body(Map.of("date", day.toString()))
                .post(path(streak, "/freeze"))
                .then();
    }

    private ValidatableResponse repair(String streak, LocalDate day) {
        return byKey().body(Map.of("date", day.toString()))
                .post(path(streak, "/repair"))
                .then();
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

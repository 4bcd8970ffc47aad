package dev.regulars.gamification.counter;

import static dev.regulars.gamification.Members.id;
import static dev.regulars.testkit.Tokens.service;
import static dev.regulars.testkit.Tokens.systemKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.MemberVisited;
import dev.regulars.events.community.CommunityEvent.SessionClosed;
import dev.regulars.events.messaging.MessageSource;
import dev.regulars.events.messaging.MessagingEvent;
import dev.regulars.events.messaging.MessagingEvent.MessageDeleted;
import dev.regulars.events.messaging.MessagingEvent.MessageReacted;
import dev.regulars.events.messaging.MessagingEvent.MessageSent;
import dev.regulars.events.messaging.MessagingEvent.MessageUnreacted;
import dev.regulars.gamification.Members;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CountersTest {

    private static final Instant NOW = Instant.now();

    KafkaRecords records;

    final Members members = new Members();
    final String ana = id();
    final String channel = id();

    @BeforeEach
    void xp() {
        set(Map.of(
                "enabled", true,
                "message", Map.of("enabled", true, "xp", 10, "time", 0),
                "reply", Map.of("enabled", false, "xp", 10),
                "react", Map.of("enabled", true, "xp", 2),
                "visit", Map.of("enabled", true, "xp", 5)));
    }

    @Test
    void messagesRepliesReactionsVisitsAndTimeAreCountedAndEarnXp() {
        tell(sent("m1", null));
        tell(sent("m2", "m1"));
        tell(reacted("m1"));
        records.put(Topic.COMMUNITY, new MemberVisited(members.community, ana, NOW, 1), 1);
        records.put(Topic.COMMUNITY, new SessionClosed(members.community, ana, NOW, NOW, 90), 2);

        await().untilAsserted(() -> assertThat(balances())
                .containsAllEntriesOf(
                        Map.of("messages", 1, "replies", 1, "reactions", 1, "visits", 1, "timeSpent", 90, "xp", 17)));
    }

    @Test
    void aRepeatedEventCountsOnce() {
        var record = KafkaRecords.record(Topic.MESSAGING, sent("m1", null), 1);
        records.put(record);
        records.put(record);
        tell(sent("m2", null));

        await().untilAsserted(() ->
                assertThat(balances()).containsEntry("messages", 2).containsEntry("xp", 20));
    }

    @Test
    void messagesThatAreCreatedAndDeletedEarnNothing() {
        for (int i = 0; i < 5; i++) {
            tell(sent("m" + i, null));
            tell(new MessageDeleted(members.community, channel, "m" + i, ana, "42", NOW));
        }
        tell(sent("last", null));

        await().untilAsserted(() ->
                assertThat(balances()).containsEntry("messages", 1).containsEntry("xp", 10));
    }

    @Test
    void reactionsThatAreTakenBackAndGivenAgainEarnNothing() {
        for (int i = 0; i < 5; i++) {
            tell(reacted("m1"));
            tell(new MessageUnreacted(members.community, channel, "m1", id(), ana, "42", ":tada:", NOW));
        }
        tell(reacted("m2"));

        await().untilAsserted(() ->
                assertThat(balances()).containsEntry("reactions", 1).containsEntry("xp", 2));
    }

    @Test
    void refundCyclesEarnNothing() {
        members.post("start", "issuer", ana, Map.of("coins", 10L)).then().statusCode(200);
        for (int i = 0; i < 5; i++) {
            members.post("order" + i, "store", ana, Map.of("coins", -10L))
                    .then()
                    .statusCode(200);
            members.voidCause("order" + i).then().statusCode(200);
        }

        assertThat(balances()).containsEntry("coins", 10);
    }

    @Test
    void aCooldownAndADailyCapLimitXpButNotTheCount() {
        set(Map.of("enabled", true, "message", Map.of("enabled", true, "xp", 10, "time", 60, "dailyCap", 20)));
        for (int seconds : new int[] {0, 30, 60, 120, 180}) {
            tell(sentAt("m" + seconds, NOW.minusSeconds(600).plusSeconds(seconds)));
        }

        await().untilAsserted(() -> assertThat(balances()).containsEntry("messages", 5));
        assertThat(balances()).containsEntry("xp", 20);
    }

    private void set(Map<String, Object> setting) {
        systemKey(members.community, id())
                .body(setting)
                .post("/system/gamifications/{id}/xp-setting", members.community)
                .then()
                .statusCode(200)
                .body("meta.message", equalTo("XP Setting has been updated successfully"));
    }

    private void tell(MessagingEvent event) {
        records.put(Topic.MESSAGING, event, 1);
    }

    private MessageSent sent(String messageId, @Nullable String replyTo) {
        return sent(messageId, replyTo, NOW);
    }

    private MessageSent sentAt(String messageId, Instant at) {
        return sent(messageId, null, at);
    }

    private MessageSent sent(String messageId, @Nullable String replyTo, Instant at) {
        return new MessageSent(
                members.community,
                channel,
                messageId,
                ana,
                "42",
                "Hello",
                List.of(),
                replyTo,
                null,
                new MessageSource("user", "s"),
                at);
    }

    private MessageReacted reacted(String messageId) {
        return new MessageReacted(members.community, channel, messageId, id(), ana, "42", ":tada:", NOW);
    }

    private Map<String, Integer> balances() {
        return service("identity-service")
                .get("/internal/balances/{c}/{a}", members.community, ana)
                .path("balances");
    }
}

package dev.regulars.messaging.message.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.events.Topic;
import dev.regulars.events.analysis.AnalysisEvent;
import dev.regulars.events.analysis.AnalysisEvent.AnalysisCreated;
import dev.regulars.events.analysis.AnalysisEvent.AnalysisDeleted;
import dev.regulars.events.analysis.AnalysisEvent.AnalysisUpdated;
import dev.regulars.events.analysis.AnalysisFacts;
import dev.regulars.messaging.ChatCommunity;
import dev.regulars.messaging.ChatCommunity.Person;
import dev.regulars.messaging.TestIdentity;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AnalysisMessageTest {

    private static final Instant AT = Instant.parse("2026-03-10T16:15:50.123Z");

    KafkaRecords records;
    TestIdentity identity;
    ChatCommunity community;
    Person ben;
    String channel;
    String analysis = ChatCommunity.newId();

    @BeforeEach
    void found() {
        community = new ChatCommunity(records, identity);
        ben = community.member("ben");
        channel = community.channel("open");
    }

    @Test
    void anAnalysisIsAMessageThatFollowsIt() {
        publish(created("Breakout"), 1);
        awaitText("Breakout");
        community
                .list("channel_id=" + channel)
                .then()
                .body("data.messages[0].id", equalTo(analysis))
                .body("data.messages[0].user.user_id", equalTo(ben.userId()))
                .body("data.messages[0].analysis.analysis_id", equalTo(analysis))
                .body("data.messages[0].analysis.symbol", equalTo("GBP/USD"));

        publish(updated("Confirmed"), 3);
        awaitText("Confirmed");
        publish(updated("Too late"), 2);
        publish(created("Breakout"), 1); // again, as after a crash
        publish(new AnalysisDeleted(community.id, analysis, channel), 4);
        await().untilAsserted(
                        () -> community.list("channel_id=" + channel).then().body("data.messages", hasSize(0)));
        assertThat(records.typesAbout(Topic.MESSAGING, community.id + ":" + channel, 3))
                .containsExactly(
                        "messaging.message.sent.v1", "messaging.message.edited.v1", "messaging.message.deleted.v1");
        community.since(channel, 0).forEach(one -> assertThat(one.get("analysis"))
                .isNull());
    }

    @Test
    void personsReactAndReplyToItButDoNotEditIt() {
        publish(created(null), 1);
        awaitText("GBP/USD");

        community
                .as(ben)
                .body(Map.of("message", "Mine"))
                .patch("/application/messages/{id}", analysis)
                .then()
                .statusCode(409)
                .body("meta.errors[0].message", equalTo("An analysis is changed by its own call"));
        community
                .as(ben)
                .body(Map.of("messageId", analysis, "emoji", ":tada:"))
                .post("/integration/messages/react")
                .then()
                .statusCode(200);
        community
                .as(ben)
                .delete("/application/messages/{id}", analysis)
                .then()
                .statusCode(200)
                .body("data.analysis", nullValue());
        publish(updated("Confirmed"), 2);
        publish(new AnalysisDeleted(community.id, analysis, channel), 3);
        assertThat(community.sent(channel, ben, "Next")).isNotEqualTo(analysis);
    }

    private void awaitText(String text) {
        await().untilAsserted(() ->
                community.list("channel_id=" + channel).then().body("data.messages[0].message", equalTo(text)));
    }

    private void publish(AnalysisEvent event, long n) {
        records.put(Topic.ANALYSIS, event, n);
    }

    private AnalysisCreated created(String title) {
        return new AnalysisCreated(community.id, analysis, channel, ben.accountId(), ben.username(), facts(title), AT);
    }

    private AnalysisUpdated updated(String title) {
        return new AnalysisUpdated(
                community.id, analysis, channel, ben.accountId(), ben.username(), facts(title), List.of("title"), AT);
    }

    private static AnalysisFacts facts(String title) {
        var metadata =
                new AnalysisFacts.Metadata("BULLISH", "ABOVE_CURRENT", null, title, null, null, null, "H1", "GBP/USD");
        return new AnalysisFacts(metadata, null, List.of());
    }
}

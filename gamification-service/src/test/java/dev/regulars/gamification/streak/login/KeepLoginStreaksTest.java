package dev.regulars.gamification.streak.login;

import static dev.regulars.gamification.Members.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.events.community.CommunityEvent.MemberLeft;
import dev.regulars.events.community.CommunityEvent.MemberVisited;
import dev.regulars.events.identity.IdentityEvent.AccountLoggedIn;
import dev.regulars.gamification.Members;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KeepLoginStreaksTest {

    private static final Instant NOW = Instant.now();
    private static final Instant YESTERDAY = LocalDate.now(ZoneOffset.UTC)
            .atStartOfDay()
            .toInstant(ZoneOffset.UTC)
            .minusSeconds(1);

    KafkaRecords records;

    final Members members = new Members();
    final String ana = id();

    @Test
    void visitsAndLoginsOfDaysInARowCount() {
        records.put(Topic.COMMUNITY, new MemberJoined(members.community, ana, YESTERDAY), 1);
        records.put(Topic.COMMUNITY, new MemberVisited(members.community, ana, YESTERDAY, 1), 2);
        awaitTold("\"count\":1");
        records.put(Topic.IDENTITY, new AccountLoggedIn(ana, "42", id(), NOW), 1);
        awaitTold("\"count\":2");
        records.put(Topic.COMMUNITY, new MemberVisited(members.community, ana, NOW, 2), 3);

        assertThat(told()).hasSize(2);
        assertThat(told().getLast())
                .contains("\"day\":\"" + LocalDate.now(ZoneOffset.UTC) + "\"")
                .contains("\"until\":\"" + LocalDate.now(ZoneOffset.UTC).plusDays(1) + "\"");
    }

    @Test
    void aLoginDoesNotCountWhereTheAccountIsNoMember() {
        var other = new Members();
        records.put(Topic.COMMUNITY, new MemberJoined(members.community, ana, YESTERDAY), 1);
        records.put(Topic.COMMUNITY, new MemberLeft(members.community, ana, YESTERDAY, YESTERDAY), 2);
        records.put(Topic.COMMUNITY, new MemberJoined(other.community, ana, YESTERDAY), 1);
        records.put(Topic.COMMUNITY, new MemberVisited(other.community, ana, YESTERDAY, 1), 2);
        await().untilAsserted(() -> assertThat(told(other.community)).hasSize(1));
        records.put(Topic.IDENTITY, new AccountLoggedIn(ana, "42", id(), NOW), 1);

        await().untilAsserted(() -> assertThat(told(other.community)).hasSize(2));
        assertThat(told()).isEmpty();
    }

    private void awaitTold(String text) {
        await().untilAsserted(
                        () -> assertThat(told()).isNotEmpty().last().asString().contains(text));
    }

    private List<String> told() {
        return told(members.community);
    }

    private List<String> told(String community) {
        return records.about(Topic.GAMIFICATION.title(), community + ":" + ana).stream()
                .filter(event -> KafkaRecords.header(event, "ce_type").equals("gamification.login-streak.changed.v1"))
                .map(event -> event.value())
                .toList();
    }
}

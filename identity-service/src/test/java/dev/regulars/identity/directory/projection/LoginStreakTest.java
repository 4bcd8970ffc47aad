package dev.regulars.identity.directory.projection;

import static dev.regulars.testkit.Tokens.key;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.crypto.Secrets;
import dev.regulars.events.Topic;
import dev.regulars.events.gamification.GamificationEvent.LoginStreakChanged;
import dev.regulars.identity.directory.TestMembers;
import dev.regulars.identity.directory.TestMembers.TestMember;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LoginStreakTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    KafkaRecords records;

    final String community = Secrets.key().substring(0, 24);

    @Test
    void theDirectoryShowsTheStreakUntilItIsOver() {
        TestMember ben = TestMembers.create(community);
        tell(ben, 12, TODAY, 2);
        awaitStreak(ben, 12);
        tell(ben, 11, TODAY.minusDays(1), 1);
        tell(ben, 13, TODAY.minusDays(1), 3);
        awaitStreak(ben, 0);
        tell(ben, 1, TODAY.plusDays(1), 4);
        awaitStreak(ben, 1);
    }

    private void tell(TestMember member, long count, LocalDate until, long version) {
        records.put(
                Topic.GAMIFICATION,
                new LoginStreakChanged(
                        community, member.id(), count, until.minusDays(1).toString(), until.toString(), Instant.now()),
                version);
    }

    private void awaitStreak(TestMember member, int count) {
        await().untilAsserted(() -> key(community, "getUserData")
                .body("{\"idOrEmail\": \"" + member.id() + "\"}")
                .post("/integration/users/info")
                .then()
                .statusCode(200)
                .body("data.loginStreak", equalTo(count)));
    }
}

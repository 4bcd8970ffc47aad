package dev.regulars.community.presence;

import static dev.regulars.testkit.Tokens.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.community.Community;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.TenantEvent;
import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PresenceResourceTest {

    @Inject
    Outbox outbox;

    KafkaRecords records;

    @Test
    void aHeartbeatAnswersWhenTheNextOneIsDue() {
        var community = new Community();
        user(community.owner, community.id, "owner")
                .post("/application/communities/{id}/presence", community.id)
                .then()
                .statusCode(200)
                .body("message", equalTo("Update presence success."))
                .body("data.isOnline", equalTo(true))
                .body("data.nextInSeconds", equalTo(30));
    }

    @Test
    void aSessionThatIsOverdueIsClosedOnceWithItsTime() {
        var community = new Community();
        TenantEvent any = new MemberJoined(community.id, community.owner, Instant.EPOCH);
        Instant began = Instant.parse("2026-01-01T10:00:00Z");
        for (int minute : List.of(0, 1, 2)) {
            PresenceDocument.see(
                            List.of(new Heartbeat(any.community(), community.owner, began.plusSeconds(minute * 60))))
                    .await()
                    .indefinitely();
        }
        String key = community.id + ":" + community.owner;

        await().until(() -> records.about(Topic.COMMUNITY.title(), key).stream()
                .anyMatch(one -> one.value().contains("\"timeSpent\":120")));
        PresenceDocument.see(List.of(new Heartbeat(any.community(), community.owner, began.plusSeconds(60))))
                .await()
                .indefinitely();
        await().pollDelay(java.time.Duration.ofSeconds(1))
                .until(() -> PresenceDocument.overdue(outbox.alone(), Instant.now()).await().indefinitely().stream()
                        .noneMatch(session -> session.accountId.equals(community.owner)));
        assertThat(records.typesAbout(Topic.COMMUNITY, key, 3))
                .endsWith("community.session.opened.v1", "community.session.closed.v1");
    }
}

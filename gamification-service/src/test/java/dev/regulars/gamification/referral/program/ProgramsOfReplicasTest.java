package dev.regulars.gamification.referral.program;

import static dev.regulars.gamification.Members.id;
import static dev.regulars.testkit.Tokens.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.CommunityId;
import dev.regulars.events.Topic;
import dev.regulars.events.identity.IdentityEvent.MemberReferred;
import dev.regulars.gamification.Members;
import dev.regulars.gamification.referral.program.ProgramRequests.ProgramBody;
import dev.regulars.gamification.referral.program.ProgramRequests.StageBody;
import dev.regulars.testkit.IdentityStub;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProgramsOfReplicasTest {

    IdentityStub identity;
    KafkaRecords records;

    @Inject
    Programs programs;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    final Members members = new Members();
    final CommunityId community = CommunityId.trusted(members.community);
    final String ana = id();
    final String ben = id();

    @BeforeEach
    void people() {
        identity.add(members.community, ana, "42", "ana");
        identity.add(members.community, ben, "43", "ben");
    }

    @Test
    void aProgramThatAnotherReplicaMadeAMomentAgoPaysWhatWasDone() {
        members.post(id(), "issuer", ben, Map.of("messages", 1L)).then().statusCode(200);
        records.put(Topic.IDENTITY, new MemberReferred(members.community, ben, ana, Instant.now()), 1);
        await().until(() -> referrals() == 1);
        assertThat(programs.of(community).await().indefinitely()).isEmpty();

        var stage = new StageBody("Writes", StageEvent.MESSAGE, Map.of("coins", 7L));
        new Programs(outbox, clock)
                .create(outbox.alone(community), new ProgramBody("Friends", List.of(stage), true))
                .await()
                .indefinitely();

        await().until(() -> coins() == 7);
    }

    private int referrals() {
        return key(members.community, "getUserData")
                .body(Map.of("identifier", Map.of("type", "email", "value", "ana@example.com")))
                .post("/application/referrals/summary")
                .path("data.activity.totalReferrals");
    }

    private int coins() {
        Integer coins = key(members.community, "ledger")
                .get("/application/ledger/members/42")
                .path("data.balances.coins");
        return coins == null ? 0 : coins;
    }
}

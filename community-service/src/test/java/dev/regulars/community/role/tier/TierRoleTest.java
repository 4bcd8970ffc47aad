package dev.regulars.community.role.tier;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.regulars.community.Community;
import dev.regulars.events.Topic;
import dev.regulars.events.gamification.GamificationEvent.TierChanged;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TierRoleTest {

    KafkaRecords records;
    Community community;

    @BeforeEach
    void found() {
        community = new Community();
    }

    @Test
    void aMemberHasTheRoleOfTheTierAndKeepsOtherRoles() {
        String silver = community.role(5);
        String gold = community.role(6);
        String own = community.role(7);
        String ana = community.member(own);

        tier(ana, silver, null, 1);
        await().untilAsserted(() -> community.membership(ana).then().body("roleIds", hasSize(2)));
        tier(ana, gold, silver, 3);
        tier(ana, silver, null, 2); // late
        tier(ana, gold, silver, 3); // again
        await().untilAsserted(() -> community.membership(ana).then().body("roleIds", contains(sorted(own, gold))));
        tier(ana, null, gold, 4);
        await().untilAsserted(() -> community.membership(ana).then().body("roleIds", contains(own)));
    }

    @Test
    void noTierMakesAnAdmin() {
        String admins = community.role(5, "server_administrator");
        String plain = community.role(6);
        String ana = community.member();

        tier(ana, admins, null, 1);
        tier(ana, plain, admins, 2);
        await().untilAsserted(() -> community.membership(ana).then().body("roleIds", contains(plain)));
        community.remove(community.bySystemKey(), plain, ana).then().statusCode(200);
        tier(ana, "f".repeat(24), plain, 3); // a role that is gone
        tier(ana, plain, null, 4);
        await().untilAsserted(
                        () -> community.membership(ana).then().body("roleIds", equalTo(java.util.List.of(plain))));
    }

    private static String[] sorted(String... ids) {
        java.util.Arrays.sort(ids);
        return ids;
    }

    private void tier(String account, String roleId, String previousRoleId, int n) {
        var changed =
                new TierChanged(community.id, account, "t", "T", n, roleId, null, 0, previousRoleId, Instant.now());
        records.put(Topic.GAMIFICATION, changed, n);
    }
}

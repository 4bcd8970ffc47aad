package dev.regulars.identity.directory.rebuild;

import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.crypto.Secrets;
import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.MemberRolesChanged;
import dev.regulars.events.gamification.GamificationEvent.BalanceChanged;
import dev.regulars.identity.directory.CommunityServiceStub;
import dev.regulars.identity.directory.TestMembers;
import dev.regulars.identity.directory.TestMembers.TestMember;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DirectoryRebuildTest {

    private static final String GOLD = "a".repeat(24);
    private static final String SILVER = "b".repeat(24);

    @Inject
    ReactiveMongoClient mongo;

    KafkaRecords records;

    final String community = Secrets.key().substring(0, 24);

    @Test
    void whatOthersOwnIsAsTheySayAndOlderEventsChangeNothingAfterwards() {
        TestMember ana = TestMembers.create(community);
        TestMember ben = TestMembers.create(community);
        Document before = entry(ana);
        spoil(ana);

        rebuilt(ana, ben);

        assertThat(entry(ana).get("membership", Document.class).getDate("joinedAt"))
                .isEqualTo(before.get("membership", Document.class).getDate("joinedAt"));
        assertThat(entry(ana).get("fields")).isEqualTo(before.get("fields"));
        assertThat(roles(ana)).containsExactly(GOLD);
        assertThat(entry(ana).getString("email")).isEqualTo(ana.name() + "@example.com");
        info(ana).body("data.xp", equalTo(70));
        info(ben).body("data.xp", equalTo(7));
        Document after = entry(ana);
        records.put(Topic.COMMUNITY, new MemberRolesChanged(community, ana.id(), List.of(SILVER)), 2);
        records.put(Topic.GAMIFICATION, balance(ana, 1), 2);
        records.put(Topic.GAMIFICATION, balance(ben, 8), 9);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> info(ben).body("data.xp", equalTo(8)));
        rebuilt(ana, ben);
        assertThat(entry(ana)).isEqualTo(after);
        info(ben).body("data.xp", equalTo(8)); // newer than the export
    }

    private void rebuilt(TestMember ana, TestMember ben) {
        try (var owners = new CommunityServiceStub()) {
            owners.serveBalances();
            String next = "\"" + ana.id() + "\"";
            owners.memberships =
                    after -> after.isEmpty() ? memberships(ana, GOLD, next) : memberships(ben, SILVER, "null");
            owners.balances = after -> after.isEmpty() ? balances(ana, 70, next) : balances(ben, 7, "null");
            service("operator")
                    .body(Map.of("communityId", community))
                    .post("/internal/directory/rebuild")
                    .then()
                    .statusCode(200)
                    .body("memberships", equalTo(2))
                    .body("balances", equalTo(2));
        }
    }

    /** As a fault of ours might have left it, under the versions that the owners have. */
    private void spoil(TestMember member) {
        var version = new Document("epoch", 0L).append("n", 3L);
        var wrong = new Document("membership.version", version)
                .append("membership.joinedAt", java.util.Date.from(Instant.EPOCH))
                .append("roles", new Document("version", version).append("ids", List.of(SILVER)))
                .append("balances.version", version)
                .append("balances.units.xp", 1_000_000L);
        var unused = mongo.getDatabase("identity")
                .getCollection("members")
                .updateOne(new Document("_id", community + ":" + member.id()), new Document("$set", wrong))
                .await()
                .indefinitely();
    }

    private Document entry(TestMember member) {
        return mongo.getDatabase("identity")
                .getCollection("members")
                .find(new Document("_id", community + ":" + member.id()))
                .collect()
                .first()
                .await()
                .indefinitely();
    }

    private List<String> roles(TestMember member) {
        return entry(member).get("roles", Document.class).getList("ids", String.class);
    }

    private String memberships(TestMember member, String role, String next) {
        return """
                {"memberships": [{"communityId": "%s", "accountId": "%s", "owner": false, "server": {"epoch": 1, "n": 1},
                  "joinedAt": "2026-01-02T03:04:05.678Z", "leftAt": null, "accessLevel": 0, "roleIds": ["%s"],
                  "suspendedUntil": null, "membership": {"epoch": 0, "n": 3}}], "next": %s}
                """.formatted(community, member.id(), role, next);
    }

    private static String balances(TestMember member, int xp, String next) {
        return """
                {"balances": [{"accountId": "%s", "version": {"epoch": 0, "n": 3}, "balances": {"xp": %d}, "day": "2026-03-10",
                  "xpEarnedToday": 0, "coinsEarnedToday": 0}], "next": %s}
                """.formatted(member.id(), xp, next);
    }

    private BalanceChanged balance(TestMember member, long xp) {
        Map<String, Long> units = Map.of("xp", xp);
        return new BalanceChanged(
                community,
                member.id(),
                member.userId(),
                Secrets.key(),
                "adjustment",
                "1",
                "",
                "issuer",
                units,
                units,
                units,
                "2026-03-10",
                0,
                0,
                Instant.now());
    }

    private ValidatableResponse info(TestMember member) {
        return key(community, "getUserData")
                .body(Map.of("idOrEmail", member.id()))
                .post("/integration/users/info")
                .then()
                .statusCode(200);
    }
}

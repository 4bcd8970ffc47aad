package dev.regulars.identity.directory.projection;

import static dev.regulars.events.DomainEvent.typeOf;
import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.service;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.regulars.crypto.Secrets;
import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.events.community.CommunityEvent.MemberLeft;
import dev.regulars.events.community.CommunityEvent.MemberRestored;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.IdentityEvent.MemberProfiled;
import dev.regulars.identity.TestAccounts;
import dev.regulars.local.LocalMail;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KeepMembersTest {

    LocalMail mail;
    KafkaRecords records;

    final String community = Secrets.key().substring(0, 24);

    @Test
    void joiningCreatesOneEntryAndOneProfileEvent() {
        String account = account();
        var joined = KafkaRecords.record(Topic.COMMUNITY, new MemberJoined(community, account, Instant.now()), 1);

        records.put(joined);
        records.put(joined);

        await().atMost(ofSeconds(20)).until(() -> infoStatus(account) == 200);
        assertThat(records.typesAbout(Topic.IDENTITY, community + ":" + account, 1))
                .containsExactly(typeOf(MemberProfiled.class));
        assertThat(records.about(Topic.IDENTITY.title(), community + ":" + account)
                        .getFirst()
                        .value())
                .contains("\"displayName\":\"");
        service("webhook-service")
                .body(Map.of("communityId", community, "by", "_id", "values", List.of(account, "0".repeat(24))))
                .post("/internal/people")
                .then()
                .statusCode(200)
                .body("people", hasSize(1))
                .body("people[0].accountId", equalTo(account))
                .body("people[0].version.n", equalTo(1));
    }

    @Test
    void onlyServicesCanLookUpPeople() {
        key(community, "getUserData")
                .body(Map.of("communityId", community, "by", "_id", "values", List.of()))
                .post("/internal/people")
                .then()
                .statusCode(401);
    }

    @Test
    void joinOfAnUnknownAccountDoesNotBlockOthers() {
        String account = account();

        records.put(Topic.COMMUNITY, new MemberJoined(community, "d".repeat(24), Instant.now()), 1);
        records.put(Topic.COMMUNITY, new MemberJoined(community, account, Instant.now()), 1);

        await().atMost(ofSeconds(20)).until(() -> infoStatus(account) == 200);
    }

    @Test
    void leavingAndRestoringChangeTheEntry() {
        String account = account();
        Instant joined = Instant.parse("2026-01-02T03:04:05.678Z");
        var left = new MemberLeft(community, account, joined, Instant.now());
        records.put(Topic.COMMUNITY, new MemberJoined(community, account, joined), 1);
        await().atMost(ofSeconds(20)).until(() -> infoStatus(account) == 200);

        records.put(Topic.COMMUNITY, left, 2);
        await().atMost(ofSeconds(20)).until(() -> infoStatus(account) == 404);
        assertThat(records.typesAbout(Topic.CALLERS, "membership:" + community + ":" + account, 1))
                .containsExactly(typeOf(CallerChanged.class));
        service("webhook-service")
                .body(Map.of("communityId", community, "by", "_id", "values", List.of(account)))
                .post("/internal/people")
                .then()
                .body("people", hasSize(1));

        records.put(Topic.COMMUNITY, new MemberRestored(community, account, joined), 3);
        await().atMost(ofSeconds(20)).until(() -> infoStatus(account) == 200);
        String last = account();
        records.put(Topic.COMMUNITY, left, 2);
        records.put(Topic.COMMUNITY, new MemberJoined(community, last, joined), 1);
        await().atMost(ofSeconds(20)).until(() -> infoStatus(last) == 200);
        assertThat(infoStatus(account)).as("what is told late changes nothing").isEqualTo(200);
    }

    private String account() {
        return TestAccounts.login(TestAccounts.member(mail), TestAccounts.PASSWORD)
                .path("body.user._id");
    }

    private int infoStatus(String account) {
        return key(community, "getUserData")
                .body(Map.of("idOrEmail", account))
                .post("/integration/users/info")
                .statusCode();
    }
}

package dev.regulars.identity.directory.rebuild;

import static java.time.temporal.ChronoUnit.MILLIS;
import static java.util.stream.Collectors.joining;

import dev.regulars.crypto.Secrets;
import dev.regulars.events.DomainEvent;
import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.MemberAccessChanged;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.events.community.CommunityEvent.MemberLeft;
import dev.regulars.events.community.CommunityEvent.MemberRestored;
import dev.regulars.events.community.CommunityEvent.MemberRolesChanged;
import dev.regulars.events.gamification.GamificationEvent.BalanceChanged;
import dev.regulars.events.gamification.GamificationEvent.TagGranted;
import dev.regulars.identity.directory.TestMembers.TestMember;
import dev.regulars.testkit.KafkaRecords;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A member as community-service and the ledger have one, in several communities alike. */
final class OwnedMember {

    private static final List<String> ROLES = List.of("a".repeat(24), "b".repeat(24), "c".repeat(24));

    private final TestMember account;
    private final List<String> communities;
    private final Instant joinedAt = Instant.now().truncatedTo(MILLIS);
    private @Nullable Instant leftAt;
    private List<String> roles = List.of();
    private int level;
    private long changes;
    private long xp;
    private long postings;

    OwnedMember(TestMember account, List<String> communities) {
        this.account = account;
        this.communities = communities;
    }

    String id() {
        return account.id();
    }

    /** What is told of a new member: topics have no order among each other. */
    synchronized List<ProducerRecord<String, String>> join() {
        return Stream.of(
                        post(10),
                        tag("new"),
                        told(Topic.COMMUNITY, ++changes, of -> new MemberJoined(of, id(), joinedAt)))
                .flatMap(List::stream)
                .toList();
    }

    /** Something happens to the member; what is told of it may be on its way for a while. */
    synchronized List<ProducerRecord<String, String>> change(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> leaveOrReturn();
            case 1 -> {
                roles = ROLES.subList(0, random.nextInt(ROLES.size() + 1));
                yield told(Topic.COMMUNITY, ++changes, of -> new MemberRolesChanged(of, id(), roles));
            }
            case 2 -> {
                level = random.nextInt(10);
                yield told(Topic.COMMUNITY, ++changes, of -> new MemberAccessChanged(of, id(), level));
            }
            case 3 -> tag("tag" + random.nextInt(5));
            default -> post(1 + random.nextInt(100));
        };
    }

    private List<ProducerRecord<String, String>> leaveOrReturn() {
        Instant left = leftAt == null ? Instant.now().truncatedTo(MILLIS) : null;
        leftAt = left;
        return told(
                Topic.COMMUNITY,
                ++changes,
                of -> left == null ? new MemberRestored(of, id(), joinedAt) : new MemberLeft(of, id(), joinedAt, left));
    }

    private List<ProducerRecord<String, String>> post(long amount) {
        xp += amount;
        return told(Topic.GAMIFICATION, ++postings, this::balance);
    }

    private List<ProducerRecord<String, String>> tag(String tag) {
        return told(Topic.GAMIFICATION, 1, of -> new TagGranted(of, id(), tag, "rule", joinedAt));
    }

    private List<ProducerRecord<String, String>> told(Topic topic, long n, Function<String, DomainEvent> event) {
        return communities.stream()
                .map(community -> KafkaRecords.record(topic, event.apply(community), n))
                .toList();
    }

    private BalanceChanged balance(String community) {
        var units = Map.of("xp", xp);
        return new BalanceChanged(
                community,
                id(),
                account.userId(),
                Secrets.key(),
                "adjustment",
                "1",
                "",
                "issuer",
                units,
                units,
                units,
                "2026-03-10",
                xp,
                0,
                joinedAt);
    }

    /** As community-service exports it. */
    synchronized String membership(String community) {
        return """
                {"communityId": "%s", "accountId": "%s", "owner": false, "server": {"epoch": 0, "n": 1},
                 "joinedAt": "%s", "leftAt": %s, "accessLevel": %d, "roleIds": [%s],
                 "suspendedUntil": null, "membership": {"epoch": 0, "n": %d}}
                """.formatted(
                        community,
                        id(),
                        joinedAt,
                        leftAt == null ? null : "\"" + leftAt + "\"",
                        level,
                        roles.stream().map(role -> "\"" + role + "\"").collect(joining(",")),
                        changes);
    }

    /** As gamification-service exports it. */
    synchronized String balances() {
        return """
                {"accountId": "%s", "version": {"epoch": 0, "n": %d}, "balances": {"xp": %d}, "day": "2026-03-10",
                 "xpEarnedToday": %d, "coinsEarnedToday": 0}
                """.formatted(id(), postings, xp, xp);
    }
}

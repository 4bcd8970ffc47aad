package dev.regulars.analysis.loyalty;

import dev.regulars.events.DomainEvent;
import dev.regulars.events.TenantEvent;
import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.events.community.CommunityEvent.MemberLeft;
import dev.regulars.events.community.CommunityEvent.MemberVisited;
import dev.regulars.events.gamification.GamificationEvent.BalanceChanged;
import dev.regulars.events.gamification.GamificationEvent.ReferralAttributed;
import dev.regulars.events.gamification.GamificationEvent.StreakBroken;
import dev.regulars.events.gamification.GamificationEvent.StreakExtended;
import dev.regulars.events.gamification.GamificationEvent.StreakFrozen;
import dev.regulars.events.messaging.MessageSource;
import dev.regulars.events.messaging.MessagingEvent.MessageReacted;
import dev.regulars.events.messaging.MessagingEvent.MessageSent;
import dev.regulars.events.rewards.RewardsEvent.OrderConfirmed;
import dev.regulars.testkit.KafkaRecords;
import dev.regulars.web.value.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What might happen in a community within two months, in no order. */
final class RandomEvents {

    static final Instant FIRST = Instant.parse("2026-01-20T00:00:00Z");
    static final Duration SPAN = Duration.ofDays(60);

    private static final List<String> ACCOUNTS = List.of("issuer", "store", "expiry", "badge:b");
    private static final List<String> SOURCES = List.of("message", "incoming-webhook", "a.b");

    private final Random random;
    private final String community;
    private final List<String> members = new ArrayList<>();

    RandomEvents(Random random, String community) {
        this.random = random;
        this.community = community;
        for (int i = 0; i < 12; i++) {
            members.add(Ids.next());
        }
    }

    List<TenantEvent> some(int count) {
        List<TenantEvent> events = new ArrayList<>();
        members.forEach(member -> events.add(new MemberJoined(community, member, time())));
        members.subList(0, 3).forEach(member -> events.add(new MemberLeft(community, member, time(), time())));
        for (int i = 0; i < count; i++) {
            events.add(one(members.get(random.nextInt(members.size())), time()));
        }
        return events;
    }

    private TenantEvent one(String member, Instant at) {
        return switch (random.nextInt(7)) {
            case 0 -> new MemberVisited(community, member, at, 1);
            case 1 -> {
                String replyTo = random.nextBoolean() ? null : Ids.next();
                var source = new MessageSource("user", "s");
                yield new MessageSent(
                        community, "c", Ids.next(), member, "1", "", List.of(), replyTo, null, source, at);
            }
            case 2 -> new MessageReacted(community, "c", Ids.next(), "a", member, "1", ":tada:", at);
            case 3 ->
                new OrderConfirmed(community, "ORD" + Ids.next(), member, "1", pick(members), "Mug", 5, 1, "s", at);
            case 4 -> streak(member, at);
            case 5 -> new ReferralAttributed(community, member, pick(members), at);
            default -> balance(member, at);
        };
    }

    private TenantEvent streak(String member, Instant at) {
        return switch (random.nextInt(3)) {
            case 0 -> new StreakExtended(community, member, "1", "s", "Daily", "2026-01-01", 2, 3, at);
            case 1 -> new StreakFrozen(community, member, "1", "s", "Daily", "2026-01-01", false, 2, at);
            default -> new StreakBroken(community, member, "1", "s", "Daily", "2026-01-01", 2, at);
        };
    }

    private BalanceChanged balance(String member, Instant at) {
        var changes = Map.of("xp", random.nextLong(-5, 50), "coins", random.nextLong(-20, 20), "spins", 1L);
        return new BalanceChanged(
                community,
                member,
                "1",
                Ids.next(),
                pick(SOURCES),
                Ids.next(),
                "r",
                pick(ACCOUNTS),
                changes,
                Map.of(),
                Map.of(),
                "2026-01-01",
                0,
                0,
                at);
    }

    private Instant time() {
        return FIRST.plusMillis(random.nextLong(SPAN.toMillis()));
    }

    private String pick(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** As records of their topics, the later a member's event the newer. */
    static List<ProducerRecord<String, String>> records(List<TenantEvent> events) {
        List<ProducerRecord<String, String>> records = new ArrayList<>();
        for (int n = 0; n < events.size(); n++) {
            records.add(KafkaRecords.record(topic(events.get(n)), events.get(n), n + 1));
        }
        return records;
    }

    private static Topic topic(DomainEvent event) {
        return Topic.named(event.type().substring(0, event.type().indexOf('.')) + ".events");
    }
}

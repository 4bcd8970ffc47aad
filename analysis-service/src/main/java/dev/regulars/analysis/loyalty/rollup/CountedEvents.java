package dev.regulars.analysis.loyalty.rollup;

import static dev.regulars.analysis.loyalty.rollup.LoyaltyMetric.COINS_EARNED;
import static dev.regulars.analysis.loyalty.rollup.LoyaltyMetric.COINS_SPENT;
import static dev.regulars.analysis.loyalty.rollup.LoyaltyMetric.ENGAGEMENT;
import static dev.regulars.analysis.loyalty.rollup.LoyaltyMetric.MEMBERS_NEW;
import static dev.regulars.analysis.loyalty.rollup.LoyaltyMetric.MEMBERS_TOTAL;
import static dev.regulars.analysis.loyalty.rollup.LoyaltyMetric.REDEMPTIONS;
import static dev.regulars.analysis.loyalty.rollup.LoyaltyMetric.REFERRALS;
import static dev.regulars.analysis.loyalty.rollup.LoyaltyMetric.STREAKS;
import static dev.regulars.analysis.loyalty.rollup.LoyaltyMetric.XP_EARNED;

import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.events.TenantEvent;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.events.community.CommunityEvent.MemberLeft;
import dev.regulars.events.community.CommunityEvent.MemberRestored;
import dev.regulars.events.community.CommunityEvent.MemberVisited;
import dev.regulars.events.gamification.GamificationEvent.BalanceChanged;
import dev.regulars.events.gamification.GamificationEvent.ReferralAttributed;
import dev.regulars.events.gamification.GamificationEvent.StreakBroken;
import dev.regulars.events.gamification.GamificationEvent.StreakExtended;
import dev.regulars.events.gamification.GamificationEvent.StreakFrozen;
import dev.regulars.events.messaging.MessagingEvent.MessageReacted;
import dev.regulars.events.messaging.MessagingEvent.MessageSent;
import dev.regulars.events.rewards.RewardsEvent.OrderConfirmed;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What events add to the figures. */
final class CountedEvents {

    private static final String STORE = "store";
    private static final String EXPIRY = "expiry";

    private CountedEvents() {}

    /** Nothing for most events. */
    static @Nullable CountedEvent of(ReceivedEvent<? extends TenantEvent> received) {
        return switch (received.event()) {
            case MemberJoined joined -> {
                Map<String, Map<String, Long>> counts = new HashMap<>();
                add(counts, MEMBERS_TOTAL, "joined", 1);
                add(counts, MEMBERS_NEW, "joined", 1);
                yield counted(received, joined.accountId(), joined.joinedAt(), false, counts);
            }
            case MemberRestored back ->
                counted(received, back.accountId(), received.at(), false, one(MEMBERS_TOTAL, "returned", 1));
            case MemberLeft left ->
                counted(received, left.accountId(), left.leftAt(), false, one(MEMBERS_TOTAL, "left", -1));
            case MemberVisited visit ->
                counted(received, visit.accountId(), visit.visitedAt(), true, one(ENGAGEMENT, "visits", 1));
            case MessageSent sent ->
                counted(
                        received,
                        sent.accountId(),
                        sent.sentAt(),
                        true,
                        one(ENGAGEMENT, sent.replyTo() == null ? "messages" : "replies", 1));
            case MessageReacted reacted ->
                counted(received, reacted.accountId(), reacted.reactedAt(), true, one(ENGAGEMENT, "reactions", 1));
            case OrderConfirmed order ->
                counted(received, order.accountId(), order.confirmedAt(), true, one(REDEMPTIONS, order.productId(), 1));
            case StreakExtended streak ->
                counted(received, streak.accountId(), streak.extendedAt(), false, one(STREAKS, "extended", 1));
            case StreakFrozen streak ->
                counted(received, streak.accountId(), streak.frozenAt(), false, one(STREAKS, "frozen", 1));
            case StreakBroken streak ->
                counted(received, streak.accountId(), streak.brokenAt(), false, one(STREAKS, "broken", 1));
            case ReferralAttributed referral ->
                counted(
                        received,
                        referral.accountId(),
                        referral.attributedAt(),
                        false,
                        one(REFERRALS, referral.referrerId(), 1));
            case BalanceChanged change ->
                counted(received, change.accountId(), change.changedAt(), false, amounts(change));
            default -> null;
        };
    }

    private static Map<String, Map<String, Long>> amounts(BalanceChanged change) {
        Map<String, Map<String, Long>> counts = new HashMap<>();
        long xp = change.changes().getOrDefault("xp", 0L);
        long coins = change.changes().getOrDefault("coins", 0L);
        if (change.account().equals(STORE)) {
            add(counts, COINS_SPENT, change.source(), -coins);
        } else if (!change.account().equals(EXPIRY)) {
            add(counts, XP_EARNED, change.source(), xp);
            add(counts, COINS_EARNED, change.source(), coins);
        }
        return counts;
    }

    private static Map<String, Map<String, Long>> one(LoyaltyMetric metric, String source, long amount) {
        Map<String, Map<String, Long>> counts = new HashMap<>();
        add(counts, metric, source, amount);
        return counts;
    }

    private static void add(Map<String, Map<String, Long>> counts, LoyaltyMetric metric, String source, long amount) {
        if (amount != 0) {
            counts.computeIfAbsent(metric.wire(), name -> new HashMap<>()).put(key(source), amount);
        }
    }

    /** Names of fields hold neither dots nor dollars. */
    private static String key(String source) {
        return source.isEmpty() ? "other" : source.replace('.', '_').replace('$', '_');
    }

    private static @Nullable CountedEvent counted(
            ReceivedEvent<? extends TenantEvent> received,
            String accountId,
            Instant at,
            boolean active,
            Map<String, Map<String, Long>> counts) {
        return counts.isEmpty()
                ? null
                : new CountedEvent(received.id(), received.event().community(), accountId, at, active, counts);
    }
}

package dev.regulars.analysis.loyalty;

import dev.regulars.events.TenantEvent;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.events.community.CommunityEvent.MemberLeft;
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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The figures of a range, counted from its events one by one. */
record RecountedEvents(List<TenantEvent> all, LocalDate first, LocalDate last, ZoneId zone) {

    /** By path in the overview. */
    Map<String, Long> figures() {
        var active = new TreeSet<String>();
        Map<String, Long> figures = new LinkedHashMap<>();
        for (String name : List.of(
                "members.total",
                "members.new",
                "xp.earned",
                "coins.earned",
                "coins.spent",
                "redemptions.total",
                "engagement.messages",
                "engagement.replies",
                "engagement.reactions",
                "engagement.visits",
                "streaks.extended",
                "streaks.frozen",
                "streaks.broken",
                "referrals.total")) {
            figures.put(name, 0L);
        }
        for (TenantEvent event : all) {
            LocalDate day = time(event).atZone(zone).toLocalDate();
            if (!day.isAfter(last)) {
                figures.merge("members.total", members(event), Long::sum);
            }
            if (!day.isBefore(first) && !day.isAfter(last)) {
                count(event, figures);
                if (isActivity(event)) {
                    active.add(member(event));
                }
            }
        }
        figures.put("members.active", (long) active.size());
        return figures;
    }

    private static void count(TenantEvent event, Map<String, Long> figures) {
        switch (event) {
            case MemberJoined one -> figures.merge("members.new", 1L, Long::sum);
            case MemberVisited one -> figures.merge("engagement.visits", 1L, Long::sum);
            case MessageSent one ->
                figures.merge(one.replyTo() == null ? "engagement.messages" : "engagement.replies", 1L, Long::sum);
            case MessageReacted one -> figures.merge("engagement.reactions", 1L, Long::sum);
            case OrderConfirmed one -> figures.merge("redemptions.total", 1L, Long::sum);
            case StreakExtended one -> figures.merge("streaks.extended", 1L, Long::sum);
            case StreakFrozen one -> figures.merge("streaks.frozen", 1L, Long::sum);
            case StreakBroken one -> figures.merge("streaks.broken", 1L, Long::sum);
            case ReferralAttributed one -> figures.merge("referrals.total", 1L, Long::sum);
            case BalanceChanged one
            when one.account().equals("store") ->
                figures.merge("coins.spent", -one.changes().get("coins"), Long::sum);
            case BalanceChanged one
            when !one.account().equals("expiry") -> {
                figures.merge("coins.earned", one.changes().get("coins"), Long::sum);
                figures.merge("xp.earned", one.changes().get("xp"), Long::sum);
            }
            default -> {}
        }
    }

    private static long members(TenantEvent event) {
        return event instanceof MemberJoined ? 1 : event instanceof MemberLeft ? -1 : 0;
    }

    private static boolean isActivity(TenantEvent event) {
        return event instanceof MemberVisited
                || event instanceof MessageSent
                || event instanceof MessageReacted
                || event instanceof OrderConfirmed;
    }

    private static String member(TenantEvent event) {
        return switch (event) {
            case MemberVisited one -> one.accountId();
            case MessageSent one -> one.accountId();
            case MessageReacted one -> one.accountId();
            case OrderConfirmed one -> one.accountId();
            default -> throw new IllegalArgumentException(event.type());
        };
    }

    private static Instant time(TenantEvent event) {
        return switch (event) {
            case MemberJoined one -> one.joinedAt();
            case MemberLeft one -> one.leftAt();
            case MemberVisited one -> one.visitedAt();
            case MessageSent one -> one.sentAt();
            case MessageReacted one -> one.reactedAt();
            case OrderConfirmed one -> one.confirmedAt();
            case BalanceChanged one -> one.changedAt();
            case StreakExtended one -> one.extendedAt();
            case StreakFrozen one -> one.frozenAt();
            case StreakBroken one -> one.brokenAt();
            case ReferralAttributed one -> one.attributedAt();
            default -> throw new IllegalArgumentException(event.type());
        };
    }
}

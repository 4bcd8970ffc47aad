package dev.regulars.analysis.loyalty.overview;

import static dev.regulars.analysis.loyalty.rollup.LoyaltyMetric.COINS_EARNED;
import static dev.regulars.analysis.loyalty.rollup.LoyaltyMetric.COINS_SPENT;
import static dev.regulars.analysis.loyalty.rollup.LoyaltyMetric.ENGAGEMENT;
import static dev.regulars.analysis.loyalty.rollup.LoyaltyMetric.MEMBERS_NEW;
import static dev.regulars.analysis.loyalty.rollup.LoyaltyMetric.MEMBERS_TOTAL;
import static dev.regulars.analysis.loyalty.rollup.LoyaltyMetric.REDEMPTIONS;
import static dev.regulars.analysis.loyalty.rollup.LoyaltyMetric.REFERRALS;
import static dev.regulars.analysis.loyalty.rollup.LoyaltyMetric.STREAKS;
import static dev.regulars.analysis.loyalty.rollup.LoyaltyMetric.XP_EARNED;
import static java.util.Objects.requireNonNullElse;

import dev.regulars.analysis.loyalty.overview.LoyaltyOverview.TierShare;
import dev.regulars.analysis.loyalty.rollup.BucketTotalDocument;
import dev.regulars.analysis.loyalty.rollup.CommunityDocument;
import dev.regulars.analysis.loyalty.rollup.LoyaltyMetric;
import dev.regulars.analysis.loyalty.rollup.MemberBucketDocument;
import dev.regulars.analysis.loyalty.rollup.MemberTierDocument;
import dev.regulars.analysis.loyalty.rollup.MemberTierDocument.TierCount;
import dev.regulars.eventing.outbox.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads the figures of a community. */
@ApplicationScoped
class LoyaltyOverviews {

    private static final int TOP = 10;

    Uni<LoyaltyOverview> overview(Tx tx, OverviewQuery query) {
        return inRange(tx, query, (range, asOf) -> BucketTotalDocument.between(tx, range.from(), range.to())
                .map(buckets -> new RangeTotals(range, buckets))
                .chain(totals -> BucketTotalDocument.before(tx, MEMBERS_TOTAL, range.from())
                        .chain(before -> MemberBucketDocument.firstActive(tx, range.from(), range.to())
                                .chain(active -> MemberTierDocument.distribution(tx)
                                        .map(tiers -> overview(
                                                totals,
                                                asOf,
                                                before + totals.sum(MEMBERS_TOTAL),
                                                sum(active),
                                                tiers))))));
    }

    Uni<MetricDetail> detail(Tx tx, LoyaltyMetric metric, OverviewQuery query, @Nullable String by) {
        Grouping grouping = Grouping.of(metric, by);
        return inRange(tx, query, (range, asOf) -> amounts(tx, metric, range, grouping)
                .map(amounts -> MetricDetail.of(metric, asOf, amounts)));
    }

    private static Uni<Map<String, Long>> amounts(Tx tx, LoyaltyMetric metric, DateRange range, Grouping grouping) {
        return switch (metric) {
            case TIERS -> MemberTierDocument.distribution(tx).map(LoyaltyOverviews::byTier);
            case MEMBERS_ACTIVE ->
                MemberBucketDocument.firstActive(tx, range.from(), range.to())
                        .map(active -> RangeTotals.byDays(range, grouping, active));
            case MEMBERS_TOTAL ->
                BucketTotalDocument.before(tx, metric, range.from())
                        .chain(before -> totals(tx, metric, range, grouping).map(days -> {
                            Map<String, Long> rows = new LinkedHashMap<>(Map.of("before", before));
                            rows.putAll(days);
                            return rows;
                        }));
            default -> totals(tx, metric, range, grouping);
        };
    }

    private static Uni<Map<String, Long>> totals(Tx tx, LoyaltyMetric metric, DateRange range, Grouping grouping) {
        return BucketTotalDocument.between(tx, range.from(), range.to())
                .map(buckets -> new RangeTotals(range, buckets).by(metric, grouping));
    }

    private static <T> Uni<T> inRange(
            Tx tx, OverviewQuery query, BiFunction<DateRange, @Nullable Instant, Uni<T>> read) {
        return CommunityDocument.find(tx)
                .chain(community -> read.apply(
                        query.range(community == null ? null : community.timezone, tx.now()),
                        community == null ? null : community.countedUntil));
    }

    private static LoyaltyOverview overview(
            RangeTotals totals, @Nullable Instant asOf, long members, long active, List<TierCount> tiers) {
        DateRange range = totals.range();
        Map<String, Long> engagement = totals.bySource(ENGAGEMENT);
        return new LoyaltyOverview(
                new LoyaltyOverview.Range(
                        range.first(), range.last(), range.zone().getId()),
                asOf,
                new LoyaltyOverview.Members(members, active, totals.sum(MEMBERS_NEW)),
                new LoyaltyOverview.Xp(totals.sum(XP_EARNED)),
                new LoyaltyOverview.Coins(totals.sum(COINS_EARNED), totals.sum(COINS_SPENT)),
                new LoyaltyOverview.Redemptions(totals.sum(REDEMPTIONS)),
                new LoyaltyOverview.Engagement(
                        sum(engagement),
                        engagement.getOrDefault("messages", 0L),
                        engagement.getOrDefault("replies", 0L),
                        engagement.getOrDefault("reactions", 0L),
                        engagement.getOrDefault("visits", 0L)),
                streaks(totals.bySource(STREAKS)),
                referrals(totals.bySource(REFERRALS)),
                tiers.stream()
                        .map(one -> new TierShare(one.level(), name(one), one.members()))
                        .toList());
    }

    private static LoyaltyOverview.Streaks streaks(Map<String, Long> periods) {
        return new LoyaltyOverview.Streaks(
                periods.getOrDefault("extended", 0L),
                periods.getOrDefault("frozen", 0L),
                periods.getOrDefault("broken", 0L));
    }

    private static LoyaltyOverview.Referrals referrals(Map<String, Long> byReferrer) {
        return new LoyaltyOverview.Referrals(
                sum(byReferrer),
                byReferrer.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .limit(TOP)
                        .map(one -> new LoyaltyOverview.Referrer(one.getKey(), one.getValue()))
                        .toList());
    }

    private static Map<String, Long> byTier(List<TierCount> tiers) {
        Map<String, Long> rows = new LinkedHashMap<>();
        tiers.forEach(one -> rows.merge(name(one), one.members(), Long::sum));
        return rows;
    }

    private static String name(TierCount tier) {
        return requireNonNullElse(tier.tier(), "none");
    }

    private static long sum(Map<?, Long> amounts) {
        return amounts.values().stream().mapToLong(Long::longValue).sum();
    }
}

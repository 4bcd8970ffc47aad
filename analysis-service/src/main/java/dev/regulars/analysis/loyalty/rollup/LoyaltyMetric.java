package dev.regulars.analysis.loyalty.rollup;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.web.json.WireName;
import dev.regulars.web.refusal.Refusal;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What is counted, and what exactly the figure means. */
public enum LoyaltyMetric implements WireName {
    MEMBERS_TOTAL(
            "members-total",
            "Members at the end of the range: who joined or returned until then, less who left. Row `before` is the number at "
                    + "its start, the other rows are the changes within it"),
    MEMBERS_ACTIVE(
            "members-active",
            "Members who visited, wrote, reacted or redeemed at least once in the range. Each is counted once, in the row of "
                    + "their first activity"),
    MEMBERS_NEW("members-new", "Memberships that began in the range; a member who returns is not new"),
    XP_EARNED(
            "xp-earned",
            "XP that members earned in the range, less what was taken back in it. Sources are those of postings"),
    COINS_EARNED(
            "coins-earned",
            "Coins that members earned in the range, less what was taken back in it; refunds are not earned, coins that "
                    + "expire are not taken back"),
    COINS_SPENT("coins-spent", "Coins that members paid in the store in the range, less what was refunded in it"),
    REDEMPTIONS(
            "redemptions",
            "Orders that were confirmed in the range, whatever became of them later. Sources are ids of products"),
    ENGAGEMENT(
            "engagement",
            "Messages, replies, reactions and visits in the range, also those that were deleted or taken back later"),
    STREAKS(
            "streaks",
            "Periods of streaks that were decided in the range: extended by the member, saved by a freeze, or broken. Sources are "
                    + "`extended`, `frozen` and `broken`"),
    REFERRALS(
            "referrals",
            "Members who were brought by another one in the range. Sources are the accounts of the referrers"),
    TIERS("tiers", "Members as they are now, by tier, whatever the range; `none` have not reached the lowest one");

    private final String wire;
    private final String definition;

    LoyaltyMetric(String wire, String definition) {
        this.wire = wire;
        this.definition = definition;
    }

    @Override
    @JsonValue
    public String wire() {
        return wire;
    }

    /** A sentence for whoever reads the figure. */
    public String definition() {
        return definition;
    }

    /** Refuses what is none. */
    public static LoyaltyMetric of(String name) {
        return Arrays.stream(values())
                .filter(metric -> metric.wire.equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "metric",
                        "must be one of: "
                                + Arrays.stream(values())
                                        .map(LoyaltyMetric::wire)
                                        .collect(Collectors.joining(", "))));
    }
}

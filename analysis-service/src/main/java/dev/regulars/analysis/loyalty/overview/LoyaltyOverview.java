package dev.regulars.analysis.loyalty.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The figures of a community over a range of days (contract §3.7). */
@Schema(examples = """
        {"range": {"start_date": "2026-03-01", "end_date": "2026-03-31", "timezone": "Europe/Lisbon"},
         "as_of": "2026-03-31T16:15:50.123Z",
         "members": {"total": 1243, "active": 310, "new": 42}, "xp": {"earned": 81200},
         "coins": {"earned": 5300, "spent": 2150}, "redemptions": {"total": 43},
         "engagement": {"total": 9120, "messages": 5010, "replies": 1200, "reactions": 2100, "visits": 810},
         "streaks": {"extended": 2300, "frozen": 40, "broken": 310},
         "referrals": {"total": 12, "top": [{"_id": "66b1f0e9a4d3e5f607182940", "members": 7}]},
         "tiers": [{"level": 0, "name": "none", "members": 900}, {"level": 1, "name": "Silver", "members": 343}]}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record LoyaltyOverview(
        Range range,

        @Schema(description = "When the newest event happened that is counted; absent before the first one") @Nullable
        Instant as_of,

        Members members,
        Xp xp,
        Coins coins,
        Redemptions redemptions,
        Engagement engagement,
        Streaks streaks,
        Referrals referrals,

        @Schema(description = "Members as they are now, whatever the range, the lowest tier first")
        List<TierShare> tiers) {

    /** The days, both included. */
    @Schema(name = "LoyaltyRange")
    record Range(LocalDate start_date, LocalDate end_date, String timezone) {}

    /** Members. */
    @Schema(name = "LoyaltyMembers")
    record Members(
            @Schema(description = "At the end of the range") long total,

            @Schema(description = "Who visited, wrote, reacted or redeemed in the range, each counted once")
            long active,

            @Schema(description = "Memberships that began in the range") @JsonProperty("new")
            long joined) {}

    /** XP. */
    @Schema(name = "LoyaltyXp")
    record Xp(
            @Schema(description = "Less what was taken back in the range")
            long earned) {}

    /** Coins. */
    @Schema(name = "LoyaltyCoins")
    record Coins(
            @Schema(description = "Less what was taken back in the range; refunds are not earned")
            long earned,

            @Schema(description = "Paid in the store, less what was refunded in the range")
            long spent) {}

    /** Orders. */
    @Schema(name = "LoyaltyRedemptions")
    record Redemptions(
            @Schema(description = "Orders confirmed in the range")
            long total) {}

    /** What members did in the range, also what was deleted or taken back later. */
    @Schema(name = "LoyaltyEngagement")
    record Engagement(
            @Schema(description = "The sum of the others") long total,
            long messages,
            long replies,
            long reactions,
            long visits) {}

    /** Periods of streaks that were decided in the range. */
    @Schema(name = "LoyaltyStreaks")
    record Streaks(
            @Schema(description = "By what members did") long extended,
            @Schema(description = "Saved by a freeze") long frozen,

            @Schema(description = "Missed: the streak begins anew")
            long broken) {}

    /** Members who were brought by another one in the range. */
    @Schema(name = "LoyaltyReferrals")
    record Referrals(
            long total,

            @Schema(description = "Who brought most, at most ten of them")
            List<Referrer> top) {}

    /** Who brought members. */
    @Schema(name = "LoyaltyReferrer")
    record Referrer(
            @Schema(description = "The account of the referrer")
            String _id,

            long members) {}

    /** How many members a tier has. */
    record TierShare(
            @Schema(description = "0 for members who have not reached the lowest tier")
            int level,

            @Schema(description = "`none` at level 0") String name,
            long members) {}
}

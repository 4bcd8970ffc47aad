package dev.regulars.events.gamification;

import dev.regulars.events.EventType;
import dev.regulars.events.Subject;
import dev.regulars.events.TenantEvent;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The events of gamification-service, on topic {@code gamification.events}. */
public sealed interface GamificationEvent extends TenantEvent {

    /**
     * A posting changed what a member has. The version of the event is that of the member's balances, so a projection that
     * keeps the newest one is right. Units: xp, coins, premium, spins, freezes, messages, replies, reactions, visits, timeSpent.
     *
     * @param source what caused it: {@code message}, {@code rewards}, {@code adjustment} …
     * @param causeId id of the cause within its source
     * @param rule by which rule of the source
     * @param account the counter-account: {@code issuer}, {@code store}, {@code wheel}, {@code bulk}, {@code incoming-webhook},
     *     {@code badge:…}, {@code expiry}
     * @param changes by unit
     * @param balances every unit that the member ever had, after the posting
     * @param earned by unit: what the member ever earned, less what was taken back; spending does not lower it
     * @param day the day of the member's community, {@code YYYY-MM-DD}, that xpEarnedToday and coinsEarnedToday are of
     */
    @EventType("gamification.balance.changed.v1")
    record BalanceChanged(
            String communityId,
            @Subject String accountId,
            @Nullable String userId,
            String postingId,
            String source,
            String causeId,
            String rule,
            String account,
            Map<String, Long> changes,
            Map<String, Long> balances,
            Map<String, Long> earned,
            String day,
            long xpEarnedToday,
            long coinsEarnedToday,
            Instant changedAt)
            implements GamificationEvent {}

    /**
     * A member is in another tier. {@code tier} is absent below the lowest one; the level is 0 then. {@code roleId} is the role
     * that members of the tier have, where it has one.
     */
    @EventType("gamification.tier.changed.v1")
    record TierChanged(
            String communityId,
            @Subject String accountId,
            @Nullable String tierId,
            @Nullable String tier,
            int level,
            @Nullable String roleId,
            @Nullable String previousTier,
            int previousLevel,
            @Nullable String previousRoleId,
            Instant changedAt)
            implements GamificationEvent {}

    /**
     * A member was awarded a badge. {@code period} is absent for a badge that is awarded once for ever; {@code bonus} is what comes
     * with it, by unit.
     */
    @EventType("gamification.badge.awarded.v1")
    record BadgeAwarded(
            String communityId,
            @Subject String accountId,
            @Nullable String userId,
            String awardId,
            String badgeId,
            String title,
            @Nullable String period,
            Map<String, Long> bonus,
            Instant awardedAt)
            implements GamificationEvent {}

    /** A badge was taken from a member; {@code takeBack} says whether its bonus is, too. */
    @EventType("gamification.badge.removed.v1")
    record BadgeRemoved(
            String communityId,
            @Subject String accountId,
            String awardId,
            String badgeId,
            boolean takeBack,
            Instant removedAt)
            implements GamificationEvent {}

    /** A community has other tiers; members may be in other ones. */
    @EventType("gamification.tiers.changed.v1")
    record TiersChanged(@Subject String communityId, Instant changedAt) implements GamificationEvent {}

    /** A rule gave a member a tag; identity-service adds it. */
    @EventType("gamification.tag.granted.v1")
    record TagGranted(String communityId, @Subject String accountId, String tag, String ruleId, Instant grantedAt)
            implements GamificationEvent {}

    /**
     * A streak of a member is one period longer. {@code date} is the first day of the period, {@code YYYY-MM-DD} in the zone of the
     * streak; {@code count} periods in a row, {@code best} the most that it ever was.
     */
    @EventType("gamification.streak.extended.v1")
    record StreakExtended(
            String communityId,
            @Subject String accountId,
            @Nullable String userId,
            String streakId,
            String streak,
            String date,
            long count,
            long best,
            Instant extendedAt)
            implements GamificationEvent {}

    /** A member spent a freeze on a period: before it was over, or afterwards, which repairs the streak. */
    @EventType("gamification.streak.frozen.v1")
    record StreakFrozen(
            String communityId,
            @Subject String accountId,
            @Nullable String userId,
            String streakId,
            String streak,
            String date,
            boolean repaired,
            long count,
            Instant frozenAt)
            implements GamificationEvent {}

    /** A member missed a period, and nothing that comes late can change it any more; {@code count} is what is lost. */
    @EventType("gamification.streak.broken.v1")
    record StreakBroken(
            String communityId,
            @Subject String accountId,
            @Nullable String userId,
            String streakId,
            String streak,
            String date,
            long count,
            Instant brokenAt)
            implements GamificationEvent {}

    /**
     * Days in a row on which a member logged in or visited: {@code count} of them until {@code day}. They are over after {@code until}
     * unless the member comes again. Both are days of the community, {@code YYYY-MM-DD}.
     */
    @EventType("gamification.login-streak.changed.v1")
    record LoginStreakChanged(
            String communityId, @Subject String accountId, long count, String day, String until, Instant changedAt)
            implements GamificationEvent {}

    /** A community has another milestone, or one of its milestones is another one; members may have reached it. */
    @EventType("gamification.milestone.changed.v1")
    record MilestoneChanged(String communityId, @Subject String milestoneId, String name, Instant changedAt)
            implements GamificationEvent {}

    /** A member was brought by another one. */
    @EventType("gamification.referral.attributed.v1")
    record ReferralAttributed(String communityId, @Subject String accountId, String referrerId, Instant attributedAt)
            implements GamificationEvent {}

    /** A community has other stages of a referral program; members may have completed them. */
    @EventType("gamification.referral-program.changed.v1")
    record ReferralProgramChanged(
            String communityId, @Subject String programId, Instant changedAt) implements GamificationEvent {}
}

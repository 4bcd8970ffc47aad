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
}

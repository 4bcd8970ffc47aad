package dev.regulars.gamification;

import static dev.regulars.web.refusal.ErrorCode.Definition.conflict;
import static dev.regulars.web.refusal.ErrorCode.Definition.limit;
import static dev.regulars.web.refusal.ErrorCode.Definition.taken;

import dev.regulars.web.refusal.ErrorCode;
import dev.regulars.web.refusal.Kind;

/** Everything this service can refuse, but for what is not found. */
public enum GamificationError implements ErrorCode {
    INSUFFICIENT(conflict("changes", "Insufficient balance")),
    OVERFLOW(conflict("changes", "The balance would exceed 2^53 - 1")),
    COOLDOWN(conflict("changes", "Too soon after the last one")),
    DAILY_CAP(conflict("changes", "The daily cap is reached")),
    VOIDED(conflict("causeId", "The cause was voided")),
    TIER_NOT_HIGHER(conflict("tier", "The member is in a higher tier")),
    BADGE_LIMIT(conflict("badges", "limit reached: badges 500")),
    RULE_LIMIT(conflict("rules", "limit reached: rules 100")),
    STREAK_LIMIT(Definition.limit("streaks", 100)),
    STREAK_CHANGED(conflict("streakId", "The streak was changed in between")),
    STREAK_DAY_OVER(conflict("date", "The day is over; it can be repaired")),
    STREAK_DAY_KEPT(conflict("date", "Nothing is missing on that day")),
    STREAK_DAY_SETTLED(conflict("date", "The day is over for too long")),
    MILESTONE_LIMIT(Definition.limit("milestones", 100)),
    PROGRAM_LIMIT(Definition.limit("programs", 50)),
    ALREADY_REFERRED(conflict("code", "The member was referred before")),
    OWN_CODE(conflict("code", "The code is the member's own")),
    BOARD_LIMIT(limit("leaderboards", 100)),
    SLUG_TAKEN(taken("slug")),
    WHEEL_DISABLED(conflict("wheel", "The wheel is disabled")),
    POSTING_DIFFERS(Definition.of(Kind.MISUSED_KEY));

    private final Definition definition;

    GamificationError(Definition definition) {
        this.definition = definition;
    }

    @Override
    public Definition definition() {
        return definition;
    }
}

package dev.regulars.gamification;

import static dev.regulars.web.refusal.ErrorCode.Definition.conflict;

import dev.regulars.web.refusal.ErrorCode;
import dev.regulars.web.refusal.Kind;

/** Everything this service can refuse, but for what is not found. */
public enum GamificationError implements ErrorCode {
    INSUFFICIENT(conflict("changes", "Insufficient balance")),
    OVERFLOW(conflict("changes", "The balance would exceed 2^53 - 1")),
    COOLDOWN(conflict("changes", "Too soon after the last one")),
    DAILY_CAP(conflict("changes", "The daily cap is reached")),
    VOIDED(conflict("causeId", "The cause was voided")),
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

package dev.regulars.gamification.ledger.decision;

/** Why a posting was not applied. */
public enum Refused {
    /** The balance would be below its floor. */
    INSUFFICIENT,
    /** The balance would be more than can be counted. */
    OVERFLOW,
    /** Too soon after the one before. */
    COOLDOWN,
    /** The day's share is used up. */
    DAILY_CAP,
    /** The cause was voided before. */
    VOIDED,
    /** Another posting of the same request was refused. */
    TOGETHER
}

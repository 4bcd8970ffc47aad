package dev.regulars.gamification.streak.rule;

/** What a period is to a streak. */
public enum Outcome {
    /** The conditions hold: the streak is one longer. */
    KEPT,
    /** A freeze was spent on it before it was over: the streak stays as long as it is. */
    FROZEN,
    /** A freeze was spent on it after it was over: likewise. */
    REPAIRED,
    /** Nothing was asked for: likewise. */
    NOT_DUE,
    /** It is not over yet: likewise. */
    OPEN,
    /** The streak begins anew. */
    MISSED
}

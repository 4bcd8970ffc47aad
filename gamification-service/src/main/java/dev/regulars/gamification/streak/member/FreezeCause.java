package dev.regulars.gamification.streak.member;

import dev.regulars.gamification.streak.rule.Outcome;
import java.time.LocalDate;

/** How the ledger names a freeze that was spent on a period. */
public final class FreezeCause {

    public static final String SOURCE = "streak";
    public static final String FREEZE = "freeze";
    public static final String REPAIR = "repair";

    private static final String AGAIN = "~";
    private static final int DATE_LENGTH = 10;

    private FreezeCause() {}

    /** @param date first day of the period; empty for the common beginning of all of them */
    public static String id(String streakId, String accountId, String date) {
        return streakId + "." + accountId + "." + date;
    }

    /** What was refused stays refused in the ledger, so whoever asks again has another cause. */
    public static String again(String id, long refused) {
        return refused == 0 ? id : id + AGAIN + refused;
    }

    static long dayOf(String causeId) {
        int date = causeId.lastIndexOf('.') + 1;
        return LocalDate.parse(causeId.substring(date, date + DATE_LENGTH)).toEpochDay();
    }

    static Outcome outcomeOf(String rule) {
        return rule.equals(REPAIR) ? Outcome.REPAIRED : Outcome.FROZEN;
    }
}

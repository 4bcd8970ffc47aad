package dev.regulars.gamification.streak.rule;

import dev.regulars.gamification.streak.terms.StreakTerms;

/**
 * Days that count together.
 *
 * @param last included
 * @param terms by which it is judged: those in force when it ends
 * @param cut whether other terms ended it early: it need not be kept then
 */
public record Period(long first, long last, StreakTerms terms, boolean cut) {

    public boolean contains(long day) {
        return first <= day && day <= last;
    }
}

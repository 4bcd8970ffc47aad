package dev.regulars.gamification.ledger.lot;

/**
 * A part of a balance that can be spent from one day until another. What a member earns on one day is one lot. Days are counted
 * from 1970-01-01.
 *
 * @param from the first day on which it can be spent
 * @param until the last one
 */
public record Lot(String unit, long from, long until, long amount) {

    /** No day is later. */
    public static final long FOR_EVER = Long.MAX_VALUE;

    public boolean isPending(long today) {
        return from > today;
    }

    public boolean isExpired(long today) {
        return until < today;
    }

    public boolean isUsable(long today) {
        return !isPending(today) && !isExpired(today);
    }

    boolean isOfTheSameDays(Lot other) {
        return unit.equals(other.unit) && from == other.from && until == other.until;
    }

    Lot of(long amount) {
        return new Lot(unit, from, until, amount);
    }
}

package dev.regulars.gamification.ledger.decision;

import static java.util.Objects.requireNonNullElse;

import dev.regulars.gamification.ledger.lot.Lot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a member has, and what decisions need beside it.
 *
 * @param amounts by unit: the sum of the member's postings
 * @param owed by unit: what was taken back when it was spent already; paid from what is earned next
 * @param earned by unit: what was earned, less what was taken back
 * @param day that {@code earnedToday} is of, counted from 1970-01-01
 * @param used by rule: how far its limit is used
 */
public record Balances(
        Map<String, Long> amounts,
        Map<String, Long> owed,
        Map<String, Long> earned,
        long day,
        Map<String, Long> earnedToday,
        Map<String, Used> used,
        List<Lot> lots) {

    /** Of a member without postings. */
    public static final Balances NONE = new Balances(Map.of(), Map.of(), Map.of(), 0, Map.of(), Map.of(), List.of());

    /** Weight of a rule on one day, and when it was used last. */
    public record Used(long day, long weight, Instant lastAt) {

        long weightOn(long day) {
            return day > this.day ? 0 : weight;
        }
    }

    /** A stored document without a component reads as one that is empty. */
    public Balances {
        amounts = orEmpty(amounts);
        owed = orEmpty(owed);
        earned = orEmpty(earned);
        earnedToday = orEmpty(earnedToday);
        used = requireNonNullElse(used, Map.of());
        lots = requireNonNullElse(lots, List.of());
    }

    private static Map<String, Long> orEmpty(@Nullable Map<String, Long> map) {
        return requireNonNullElse(map, Map.of());
    }

    public long amount(Unit unit) {
        return amounts.getOrDefault(unit.wire(), 0L);
    }

    /** What was earned on a day; yesterday's earnings are none of today's. */
    public long earnedOn(long day, Unit unit) {
        return day == this.day ? Math.max(0, earnedToday.getOrDefault(unit.wire(), 0L)) : 0;
    }

    /** Whether a day is over until which something could be spent. */
    public boolean hasExpiredLots(long today) {
        return lots.stream().anyMatch(lot -> lot.isExpired(today));
    }

    /** By unit, what cannot be spent yet. */
    public long pending(Unit unit, long today) {
        return lots.stream()
                .filter(lot -> lot.unit().equals(unit.wire()) && lot.isPending(today))
                .mapToLong(Lot::amount)
                .sum();
    }
}

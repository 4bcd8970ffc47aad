package dev.regulars.gamification.ledger.decision;

import dev.regulars.gamification.ledger.lot.Lot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/**
 * Under what a community's postings are decided.
 *
 * @param zone where its days begin
 * @param now the moment of the decision
 * @param floors the least that a member can have, by unit; 0 where none is named
 * @param pendingDays how long earned coins cannot be spent
 * @param expiryDays how long coins can be spent; 0: for ever
 */
public record Terms(ZoneId zone, Instant now, Map<String, Long> floors, int pendingDays, int expiryDays) {

    /** Of a community that has chosen nothing. */
    public static Terms plain(Instant now) {
        return new Terms(ZoneId.of("UTC"), now, Map.of(), 0, 0);
    }

    /** The same at another moment. */
    public Terms at(Instant now) {
        return new Terms(zone, now, floors, pendingDays, expiryDays);
    }

    public long today() {
        return dayOf(now);
    }

    public long dayOf(Instant at) {
        return LocalDate.ofInstant(at, zone).toEpochDay();
    }

    long floor(String unit) {
        return floors.getOrDefault(unit, 0L);
    }

    boolean hasLots(String unit) {
        return unit.equals(Unit.COINS.wire()) && (pendingDays > 0 || expiryDays > 0);
    }

    /** What is earned today can be spent between these days. */
    Lot lot(String unit, long amount) {
        long from = today() + pendingDays;
        return new Lot(unit, from, expiryDays == 0 ? Lot.FOR_EVER : from + expiryDays - 1, amount);
    }
}

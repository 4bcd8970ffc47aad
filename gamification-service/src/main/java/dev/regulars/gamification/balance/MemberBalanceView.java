package dev.regulars.gamification.balance;

import dev.regulars.gamification.ledger.decision.Balances;
import dev.regulars.gamification.ledger.decision.Terms;
import dev.regulars.gamification.ledger.decision.Unit;
import dev.regulars.gamification.ledger.lot.Lot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a member has or had.
 *
 * @param pending the part of the balances that cannot be spent yet
 */
@Schema(examples = """
        {"asOf": "2026-03-10T16:15:50.123Z", "balances": {"xp": 120, "coins": 40, "premium": 0, "spins": 0, "freezes": 0,
          "messages": 12, "replies": 3, "reactions": 5, "visits": 9, "timeSpent": 5400}, "pending": {},
         "expiring": []}""")
record MemberBalanceView(
        Instant asOf,
        @Schema(description = "By unit") Map<String, Long> balances,

        @Schema(description = "By unit: the part of the balance that cannot be spent yet")
        Map<String, Long> pending,

        @Schema(description = "What expires, the soonest first")
        List<Expiring> expiring) {

    /** A part of a balance that expires. */
    record Expiring(String unit, long amount, Instant at) {

        static Expiring of(Lot lot, Terms terms) {
            Instant end = LocalDate.ofEpochDay(lot.until() + 1)
                    .atStartOfDay(terms.zone())
                    .toInstant();
            return new Expiring(lot.unit(), lot.amount(), end);
        }
    }

    static MemberBalanceView now(Balances balances, Terms terms) {
        long pending = balances.pending(Unit.COINS, terms.today());
        return new MemberBalanceView(
                terms.now(),
                all(balances.amounts()),
                pending == 0 ? Map.of() : Map.of(Unit.COINS.wire(), pending),
                balances.lots().stream()
                        .filter(lot -> lot.until() != Lot.FOR_EVER)
                        .map(lot -> Expiring.of(lot, terms))
                        .toList());
    }

    static MemberBalanceView past(Instant asOf, Map<String, Long> sums) {
        return new MemberBalanceView(asOf, all(sums), Map.of(), List.of());
    }

    /** Every unit is there. */
    static Map<String, Long> all(Map<String, Long> known) {
        Map<String, Long> all = new TreeMap<>();
        for (Unit unit : Unit.values()) {
            all.put(unit.wire(), known.getOrDefault(unit.wire(), 0L));
        }
        return all;
    }
}

package dev.regulars.gamification.ledger.decision;

import static dev.regulars.gamification.ledger.decision.Refused.INSUFFICIENT;
import static dev.regulars.gamification.ledger.decision.Refused.OVERFLOW;

import dev.regulars.gamification.ledger.decision.NewPosting.Kind;
import dev.regulars.gamification.ledger.lot.Lot;
import dev.regulars.gamification.ledger.lot.LotLedger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One posting on its way through a member's balances: a copy, given up where the posting is refused. */
final class Movement {

    private final NewPosting posting;
    private final Terms terms;
    private final long today;
    private final Map<String, Long> amounts;
    private final Map<String, Long> owed;
    private final Map<String, Long> earned;
    private final Map<String, Long> earnedToday;
    private final LotLedger lots;
    private final Map<String, Long> changes = new TreeMap<>();

    Movement(Balances before, NewPosting posting, Terms terms) {
        this.posting = posting;
        this.terms = terms;
        this.today = Math.max(before.day(), terms.today());
        this.amounts = new TreeMap<>(before.amounts());
        this.owed = new TreeMap<>(before.owed());
        this.earned = new TreeMap<>(before.earned());
        this.earnedToday = new TreeMap<>(before.day() == today ? before.earnedToday() : Map.of());
        this.lots = new LotLedger(before.lots(), today);
    }

    @Nullable
    Refused change(String unit, long wanted) {
        if (wanted > Unit.MOST || wanted < -Unit.MOST) {
            return OVERFLOW;
        }
        if (wanted >= 0) {
            return gain(unit, wanted);
        }
        return posting.kind() == Kind.REVERSAL ? takeBack(unit, -wanted) : spend(unit, -wanted);
    }

    /** Debts are paid first. */
    private @Nullable Refused gain(String unit, long wanted) {
        long paid = Math.min(wanted, of(owed, unit));
        if (of(amounts, unit) > Unit.MOST - (wanted - paid)) {
            return OVERFLOW;
        }
        owed.merge(unit, -paid, Long::sum);
        move(unit, wanted - paid);
        List<Lot> restored = posting.restored().stream()
                .filter(lot -> lot.unit().equals(unit))
                .toList();
        lots.put(restored);
        if (!restored.isEmpty()) {
            lots.take(unit, paid);
        }
        if (posting.kind() == Kind.CHANGE) {
            earn(unit, wanted);
            put(unit, wanted - paid);
        }
        return null;
    }

    private @Nullable Refused spend(String unit, long amount) {
        if (of(amounts, unit) - lots.blocked(unit) - amount < terms.floor(unit)) {
            return INSUFFICIENT;
        }
        lots.spend(unit, amount);
        move(unit, -amount);
        return null;
    }

    private @Nullable Refused takeBack(String unit, long amount) {
        long there = Math.max(0, of(amounts, unit) - terms.floor(unit));
        long taken = Math.min(amount, there);
        if (of(owed, unit) > Unit.MOST - (amount - taken)) {
            return OVERFLOW;
        }
        owed.merge(unit, amount - taken, Long::sum);
        lots.take(unit, taken);
        move(unit, -taken);
        earn(unit, -amount);
        return null;
    }

    /** Whoever sets a balance means that number: nothing is owed afterwards. */
    @Nullable
    Refused set(String unit, long balance) {
        if (balance < terms.floor(unit)) {
            return INSUFFICIENT;
        }
        if (balance > Unit.MOST) {
            return OVERFLOW;
        }
        long difference = balance - of(amounts, unit);
        owed.remove(unit);
        move(unit, difference);
        if (difference > 0) {
            earn(unit, difference);
            put(unit, difference);
        } else {
            lots.take(unit, -difference);
        }
        return null;
    }

    void expire() {
        for (Map.Entry<String, Long> over : lots.expire().entrySet()) {
            long taken = Math.min(over.getValue(), Math.max(0, of(amounts, over.getKey())));
            move(over.getKey(), -taken);
        }
    }

    Decision applied(Map<String, Balances.Used> used) {
        owed.values().removeIf(debt -> debt == 0);
        var after = new Balances(amounts, owed, earned, today, earnedToday, used, lots.left());
        return new Decision(after, changes, lots.consumed(), null);
    }

    private void put(String unit, long amount) {
        if (amount > 0 && terms.hasLots(unit) && !posting.isTrade()) {
            lots.put(List.of(terms.lot(unit, amount)));
        }
    }

    /** An earning that is taken back on a later day leaves that day's earnings alone. */
    private void earn(String unit, long amount) {
        if (posting.isTrade()) {
            return;
        }
        earned.merge(unit, amount, Long::sum);
        if (terms.dayOf(posting.happenedAt()) == today) {
            earnedToday.merge(unit, amount, Long::sum);
        }
    }

    private void move(String unit, long amount) {
        amounts.merge(unit, amount, Long::sum);
        changes.merge(unit, amount, Long::sum);
    }

    private static long of(Map<String, Long> map, String unit) {
        return map.getOrDefault(unit, 0L);
    }
}

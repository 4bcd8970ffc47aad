package dev.regulars.gamification.ledger.lot;

import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The lots of a member during one posting. What expires first is spent first. */
public final class LotLedger {

    private static final Comparator<Lot> OLDEST_FIRST =
            comparingLong(Lot::until).thenComparingLong(Lot::from).thenComparing(Lot::unit);

    private final long today;
    private final List<Lot> lots;
    private final List<Lot> consumed = new ArrayList<>();

    public LotLedger(List<Lot> lots, long today) {
        this.lots = new ArrayList<>(lots);
        this.today = today;
    }

    /** What cannot be spent: too early, or over and not taken away yet. */
    public long blocked(String unit) {
        return lots.stream()
                .filter(lot -> lot.unit().equals(unit) && !lot.isUsable(today))
                .mapToLong(Lot::amount)
                .sum();
    }

    public void spend(String unit, long amount) {
        consumed.addAll(remove(amount, lot -> lot.unit().equals(unit) && lot.isUsable(today)));
    }

    /** Also from what cannot be spent. */
    public void take(String unit, long amount) {
        var unused = remove(amount, lot -> lot.unit().equals(unit));
    }

    public void put(List<Lot> added) {
        for (Lot one : added) {
            Lot same = lots.stream().filter(one::isOfTheSameDays).findFirst().orElse(null);
            if (same == null) {
                lots.add(one);
            } else {
                lots.set(lots.indexOf(same), same.of(same.amount() + one.amount()));
            }
        }
        lots.sort(OLDEST_FIRST);
    }

    /** By unit, what is over. */
    public Map<String, Long> expire() {
        Map<String, Long> over = new TreeMap<>();
        remove(Long.MAX_VALUE, lot -> lot.isExpired(today))
                .forEach(lot -> over.merge(lot.unit(), lot.amount(), Long::sum));
        return over;
    }

    public List<Lot> left() {
        return List.copyOf(lots);
    }

    public List<Lot> consumed() {
        return List.copyOf(consumed);
    }

    private List<Lot> remove(long amount, Predicate<Lot> which) {
        List<Lot> removed = new ArrayList<>();
        List<Lot> kept = new ArrayList<>();
        long left = amount;
        for (Lot lot : lots) {
            long part = which.test(lot) ? Math.min(left, lot.amount()) : 0;
            left -= part;
            if (part > 0) {
                removed.add(lot.of(part));
            }
            if (part < lot.amount()) {
                kept.add(lot.of(lot.amount() - part));
            }
        }
        lots.clear();
        lots.addAll(kept);
        return removed;
    }
}

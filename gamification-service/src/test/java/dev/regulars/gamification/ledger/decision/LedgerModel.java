package dev.regulars.gamification.ledger.decision;

import static java.util.Comparator.comparingLong;

import dev.regulars.gamification.ledger.decision.NewPosting.Kind;
import dev.regulars.gamification.ledger.lot.Lot;
import java.util.ArrayList;
import java.util.List;

/** One unit of a member as a purse of single coins, each with the days on which it can be spent. */
record LedgerModel(long floor, int pendingDays, int expiryDays, Purse purse) {

    record Coin(long from, long until) {}

    static final class Purse {
        final List<Coin> dated = new ArrayList<>();
        long plain; // coins without days; negative where the floor allows it
        long owed;
    }

    boolean apply(NewPosting posting, long amount, long today) {
        boolean set = !posting.set().isEmpty();
        long change = set ? amount - balance() : amount;
        boolean spends = !set && change < 0 && posting.kind() == Kind.CHANGE;
        long blocked = purse.dated.stream().filter(coin -> !usable(coin, today)).count();
        if (set ? amount < floor : spends && balance() - blocked + change < floor) {
            return false;
        }
        long paid = set ? 0 : Math.min(purse.owed, Math.max(0, change));
        long lacking = set || spends ? 0 : Math.max(0, -change - Math.max(0, balance() - floor));
        purse.owed = set ? 0 : purse.owed - paid + lacking;
        boolean days = posting.kind() == Kind.CHANGE && pendingDays + expiryDays > 0 && !posting.isTrade();
        for (long i = paid; i < change; i++) {
            long from = today + pendingDays;
            purse.plain += days ? 0 : 1;
            purse.dated.addAll(
                    days ? List.of(new Coin(from, expiryDays == 0 ? Lot.FOR_EVER : from + expiryDays - 1)) : List.of());
        }
        purse.dated.sort(comparingLong(Coin::until).thenComparingLong(Coin::from));
        for (long i = lacking; i < -change; i++) {
            var coin = purse.dated.stream()
                    .filter(one -> !spends || usable(one, today))
                    .findFirst();
            coin.ifPresentOrElse(purse.dated::remove, () -> purse.plain--);
        }
        return true;
    }

    void expire(long today) {
        for (Coin coin : purse.dated.stream().filter(one -> one.until() < today).toList()) {
            purse.dated.remove(coin);
            purse.plain += balance() < 0 ? 1 : 0; // nobody loses what they do not have
        }
    }

    private static boolean usable(Coin coin, long today) {
        return coin.from() <= today && today <= coin.until();
    }

    long pending(long today) {
        return purse.dated.stream().filter(coin -> coin.from() > today).count();
    }

    long balance() {
        return purse.plain + purse.dated.size();
    }
}

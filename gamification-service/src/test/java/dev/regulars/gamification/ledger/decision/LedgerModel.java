package dev.regulars.gamification.ledger.decision;

import static java.util.Comparator.comparingLong;

import dev.regulars.gamification.ledger.decision.NewPosting.Kind;
import dev.regulars.gamification.ledger.lot.Lot;
import java.util.ArrayList;
import java.util.List;

/** The ledger of one member as a purse of single coins, each with the days on which it can be spent. */
final class LedgerModel {

    private record Coin(long from, long until) {}

    private final long floor;
    private final int pendingDays;
    private final int expiryDays;
    private final List<Coin> purse = new ArrayList<>();
    private long xp;
    private long plain; // coins without days; negative where the floor allows it
    private long xpOwed;
    private long coinsOwed;

    LedgerModel(long floor, int pendingDays, int expiryDays) {
        this.floor = floor;
        this.pendingDays = pendingDays;
        this.expiryDays = expiryDays;
    }

    boolean apply(NewPosting posting, long today) {
        if (posting.kind() == Kind.EXPIRY) {
            purse.stream().filter(coin -> coin.until() < today).toList().forEach(coin -> {
                purse.remove(coin);
                plain += coins() < 0 ? 1 : 0; // nobody loses what they do not have
            });
            return true;
        }
        boolean set = !posting.set().isEmpty();
        var wanted =
                (set ? posting.set() : posting.changes()).entrySet().iterator().next();
        return wanted.getKey().equals("xp")
                ? xp(posting.kind(), set, wanted.getValue())
                : coins(posting, set, wanted.getValue(), today);
    }

    private boolean xp(Kind kind, boolean set, long amount) {
        long after = set ? amount : kind == Kind.REVERSAL || amount >= 0 ? xp - xpOwed + amount : xp + amount;
        if (after < 0 && (set || kind == Kind.CHANGE && amount < 0)) {
            return false;
        }
        boolean settles = set || kind == Kind.REVERSAL || amount >= 0;
        xpOwed = settles ? Math.max(0, -after) : xpOwed;
        xp = settles ? Math.max(0, after) : after;
        return true;
    }

    private boolean coins(NewPosting posting, boolean set, long amount, long today) {
        long change = set ? amount - coins() : amount;
        long usable = coins()
                - purse.stream()
                        .filter(coin -> coin.from() > today || coin.until() < today)
                        .count();
        if (set ? amount < floor : posting.kind() == Kind.CHANGE && change < 0 && usable + change < floor) {
            return false;
        }
        if (change >= 0) {
            long paid = set ? coinsOwed : Math.min(coinsOwed, change);
            coinsOwed -= paid;
            long got = set ? change : change - paid;
            boolean dated = posting.kind() == Kind.CHANGE && (pendingDays > 0 || expiryDays > 0) && !posting.isTrade();
            for (long i = 0; dated && i < got; i++) {
                long from = today + pendingDays;
                purse.add(new Coin(from, expiryDays == 0 ? Lot.FOR_EVER : from + expiryDays - 1));
            }
            plain += dated ? 0 : got;
            return true;
        }
        boolean free = set || posting.kind() == Kind.REVERSAL;
        long taken = free && !set ? Math.min(-change, Math.max(0, coins() - floor)) : -change;
        coinsOwed = set ? 0 : coinsOwed + (free ? -change - taken : 0);
        purse.sort(comparingLong(Coin::until).thenComparingLong(Coin::from));
        for (long i = 0; i < taken; i++) {
            var coin = purse.stream()
                    .filter(one -> free || one.from() <= today && one.until() >= today)
                    .findFirst();
            coin.ifPresentOrElse(purse::remove, () -> plain--);
        }
        return true;
    }

    long pending(long today) {
        return purse.stream().filter(coin -> coin.from() > today).count();
    }

    long coins() {
        return plain + purse.size();
    }

    long xp() {
        return xp;
    }
}

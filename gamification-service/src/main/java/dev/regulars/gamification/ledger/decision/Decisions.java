package dev.regulars.gamification.ledger.decision;

import static dev.regulars.gamification.ledger.decision.Refused.COOLDOWN;
import static dev.regulars.gamification.ledger.decision.Refused.DAILY_CAP;

import dev.regulars.gamification.ledger.decision.Balances.Used;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rule of the ledger: balances + posting → applied or refused. */
public final class Decisions {

    private Decisions() {}

    public static Decision decide(Balances before, NewPosting posting, Terms terms) {
        Refused limited = limited(before, posting, terms);
        if (limited != null) {
            return Decision.refusing(before, limited);
        }
        var movement = new Movement(before, posting, terms);
        Refused refused = apply(movement, posting);
        return refused == null ? movement.applied(used(before, posting, terms)) : Decision.refusing(before, refused);
    }

    private static @Nullable Refused apply(Movement movement, NewPosting posting) {
        if (posting.kind() == NewPosting.Kind.EXPIRY) {
            movement.expire();
            return null;
        }
        for (Map.Entry<String, Long> change : new TreeMap<>(posting.changes()).entrySet()) {
            Refused refused = movement.change(change.getKey(), change.getValue());
            if (refused != null) {
                return refused;
            }
        }
        for (Map.Entry<String, Long> set : new TreeMap<>(posting.set()).entrySet()) {
            Refused refused = movement.set(set.getKey(), set.getValue());
            if (refused != null) {
                return refused;
            }
        }
        return null;
    }

    private static @Nullable Refused limited(Balances before, NewPosting posting, Terms terms) {
        Limit limit = posting.limit();
        Used used = limit == null ? null : before.used().get(limit.key());
        if (limit == null) {
            return null;
        }
        if (used != null
                && limit.cooldownSeconds() > 0
                && posting.happenedAt().isBefore(used.lastAt().plusSeconds(limit.cooldownSeconds()))) {
            return COOLDOWN;
        }
        long weight = used == null ? 0 : used.weightOn(terms.dayOf(posting.happenedAt()));
        return limit.dailyCap() > 0 && weight + limit.weight() > limit.dailyCap() ? DAILY_CAP : null;
    }

    private static Map<String, Used> used(Balances before, NewPosting posting, Terms terms) {
        Limit limit = posting.limit();
        if (limit == null) {
            return before.used();
        }
        long day = terms.dayOf(posting.happenedAt());
        var fresh = new Used(day, limit.weight(), posting.happenedAt());
        Map<String, Used> after = new TreeMap<>(before.used());
        after.merge(
                limit.key(),
                fresh,
                (known, now) -> new Used(
                        Math.max(known.day(), day),
                        known.weightOn(day) + limit.weight(),
                        known.lastAt().isAfter(now.lastAt()) ? known.lastAt() : now.lastAt()));
        return after;
    }
}

package dev.regulars.gamification.wheel.draw;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.regulars.gamification.ledger.decision.Unit;
import dev.regulars.web.refusal.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the prizes of a wheel must be, so that every spin ends with one. */
public final class PrizeRules {

    private static final String FIELD = "prizes";

    private PrizeRules() {}

    public static void check(List<Prize> prizes) {
        Map<String, Prize> byLabel = prizes.stream().collect(toMap(Prize::label, identity(), (first, second) -> {
            throw Refusal.invalid(FIELD, "must have different labels");
        }));
        for (Prize prize : prizes) {
            Unit.check("prizes.changes", prize.changes());
            if (prize.changes().values().stream().anyMatch(amount -> amount < 1)) {
                throw Refusal.invalid("prizes.changes", "must be at least 1");
            }
            if ((prize.stock() == null) != (prize.fallback() == null)) {
                throw Refusal.invalid("prizes.fallback", "must be there exactly where there is a stock");
            }
            checkEnds(prize, byLabel);
        }
        if (!prizes.isEmpty() && prizes.stream().allMatch(prize -> prize.weight() == 0)) {
            throw Refusal.invalid("prizes.weight", "must not be 0 in all of them");
        }
    }

    /** Fallbacks lead to a prize that is always there. */
    private static void checkEnds(Prize prize, Map<String, Prize> byLabel) {
        Set<String> seen = new HashSet<>();
        @Nullable Prize next = prize;
        while (next != null && next.fallback() != null) {
            if (!seen.add(next.label())) {
                throw Refusal.invalid("prizes.fallback", "must not lead back to the same prize");
            }
            next = byLabel.get(next.fallback());
        }
        if (next == null) {
            throw Refusal.invalid("prizes.fallback", "must be the label of another prize");
        }
    }
}

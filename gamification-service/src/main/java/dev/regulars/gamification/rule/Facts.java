package dev.regulars.gamification.rule;

import dev.regulars.gamification.ledger.decision.Unit;
import dev.regulars.gamification.rule.trait.Traits;
import java.util.Map;

/**
 * What conditions look at: a member at one moment.
 *
 * @param today counted from 1970-01-01
 * @param balances by unit
 * @param daily by day and unit: what the postings of that day add up to
 */
record Facts(long today, Map<String, Long> balances, Map<Long, Map<String, Long>> daily, Traits traits) {

    long count(Unit unit, int days) {
        return daily.entrySet().stream()
                .filter(day -> day.getKey() > today - days && day.getKey() <= today)
                .mapToLong(day -> day.getValue().getOrDefault(unit.wire(), 0L))
                .sum();
    }

    long balance(Unit unit) {
        return balances.getOrDefault(unit.wire(), 0L);
    }
}

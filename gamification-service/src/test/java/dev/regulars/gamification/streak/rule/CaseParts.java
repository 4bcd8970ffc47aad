package dev.regulars.gamification.streak.rule;

import dev.regulars.gamification.streak.rule.Activity.Amount;
import dev.regulars.gamification.streak.rule.StreakCases.Case;
import dev.regulars.gamification.streak.rule.StreakRule.DecidedPeriod;
import dev.regulars.gamification.streak.terms.StreakCondition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the rule takes of a case, and a letter for what it decides. */
final class CaseParts {

    private CaseParts() {}

    static Activity activity(StreakPlan plan, Case one) {
        return Activity.of(plan.calendar(), amounts(one));
    }

    static List<Amount> amounts(Case one) {
        List<Amount> amounts = new ArrayList<>();
        one.done()
                .forEach(done -> amounts.add(
                        new Amount(done.action(), minute(done.at()), done.at().plus(done.delay()), done.amount())));
        return amounts;
    }

    static Instant minute(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES);
    }

    static Exceptions exceptions(Case one) {
        Map<Long, Outcome> spent = new HashMap<>();
        one.frozen().forEach(date -> spent.put(date.toEpochDay(), Outcome.FROZEN));
        return new Exceptions(spent, List.of());
    }

    static Exceptions frozen(String date) {
        return new Exceptions(Map.of(day(date), Outcome.FROZEN), List.of());
    }

    static StreakCondition condition(int messages) {
        return new StreakCondition("1", "messages", messages, null);
    }

    static long day(String date) {
        return LocalDate.parse(date).toEpochDay();
    }

    static String letter(DecidedPeriod decided) {
        return switch (decided.outcome()) {
            case KEPT -> "K";
            case FROZEN, REPAIRED -> "F";
            case NOT_DUE -> "N";
            case OPEN -> "O";
            case MISSED -> "M";
        };
    }
}

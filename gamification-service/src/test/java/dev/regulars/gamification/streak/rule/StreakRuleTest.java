package dev.regulars.gamification.streak.rule;

import static dev.regulars.gamification.streak.rule.CaseParts.activity;
import static dev.regulars.gamification.streak.rule.CaseParts.amounts;
import static dev.regulars.gamification.streak.rule.CaseParts.condition;
import static dev.regulars.gamification.streak.rule.CaseParts.exceptions;
import static dev.regulars.gamification.streak.rule.CaseParts.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.gamification.streak.rule.Activity.Amount;
import dev.regulars.gamification.streak.rule.StreakCases.Case;
import dev.regulars.gamification.streak.rule.StreakRule.DecidedPeriod;
import dev.regulars.gamification.streak.rule.StreakRule.Length;
import dev.regulars.gamification.streak.terms.StreakCalendar;
import dev.regulars.gamification.streak.terms.StreakCondition;
import dev.regulars.gamification.streak.terms.StreakTerms;
import dev.regulars.gamification.streak.terms.Timeframe;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** The rule of streaks against another one, written anew; and the cases that people ask about. */
class StreakRuleTest {
    private static final Timeframe DAILY = new Timeframe(Timeframe.Length.DAILY, 1);

    /** As often as {@code jqwik.tries.default} says: ten times as often in {@code make faults}. */
    @Property(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void itAgreesWithAnIndependentOracle(@ForAll long seed) {
        Case one = StreakCases.of(new Random(seed));
        var oracle = new StreakOracle(one.window(), StreakCases.DAYS * 96, one.zones(), one.moves());
        StreakPlan plan = plan(one);
        var rule = new StreakRule(plan, activity(plan, one), exceptions(one), one.now());
        List<DecidedPeriod> periods = rule.judge(plan.firstDay(), Length.NONE);
        String story = periods.stream().map(CaseParts::letter).collect(Collectors.joining());

        assertThat(story).as("%s", one).isEqualTo(oracle.story(one, one.now()));
        long count = periods.isEmpty() ? 0 : periods.getLast().length().count();
        assertThat(count).as("%s %s", one, story).isEqualTo(StreakOracle.count(story));
    }

    @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void whatIsSettledStaysAsItIs(@ForAll long seed) {
        Case one = StreakCases.of(new Random(seed));
        StreakPlan plan = plan(one);
        Instant later = one.now().plus(2, ChronoUnit.DAYS);
        List<DecidedPeriod> now = judge(plan, one, activity(plan, one), one.now());
        List<DecidedPeriod> thereafter = judge(plan, one, late(plan, one), later);

        for (int i = 0; i < now.size() && isSettled(plan, now.get(i), one.now()); i++) {
            assertThat(thereafter.get(i).outcome())
                    .as("%s", one)
                    .isEqualTo(now.get(i).outcome());
            assertThat(thereafter.get(i).length()).isEqualTo(now.get(i).length());
        }
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void itMayGoOnFromAnySettledDay(@ForAll long seed) {
        Case one = StreakCases.of(new Random(seed));
        StreakPlan plan = plan(one);
        List<DecidedPeriod> whole = judge(plan, one, activity(plan, one), one.now());
        for (int i = 0; i + 1 < whole.size(); i++) {
            DecidedPeriod last = whole.get(i);
            List<DecidedPeriod> rest = new StreakRule(plan, activity(plan, one), exceptions(one), one.now())
                    .judge(last.period().last() + 1, last.length());
            assertThat(rest).isEqualTo(whole.subList(i + 1, whole.size()));
        }
    }

    private static StreakPlan plan(Case one) {
        StreakCalendar calendar = StreakCalendar.of(ZoneId.of(one.zones().getFirst()));
        for (int i = 0; i < one.moves().size(); i++) {
            calendar = calendar.movedTo(one.zones().get(i + 1), one.moves().get(i));
        }
        long first = one.start().toEpochDay();
        var terms = new StreakTerms(
                first,
                first,
                DAILY,
                one.all(),
                List.of(condition(one.messages()), new StreakCondition("2", "visits", one.visits(), false)),
                List.copyOf(one.activeDays()));
        return new StreakPlan(calendar, List.of(terms));
    }

    private static List<DecidedPeriod> judge(StreakPlan plan, Case one, Activity activity, Instant now) {
        return new StreakRule(plan, activity, exceptions(one), now).judge(plan.firstDay(), Length.NONE);
    }

    private static boolean isSettled(StreakPlan plan, DecidedPeriod decided, Instant now) {
        return !plan.calendar()
                .startOf(decided.period().last() + 1)
                .plus(StreakRule.GRACE)
                .isAfter(now);
    }

    /** Everything once more, reported now: what was settled takes none of it. */
    private static Activity late(StreakPlan plan, Case one) {
        List<Amount> amounts = amounts(one);
        one.done().forEach(done -> amounts.add(new Amount(done.action(), minute(done.at()), one.now(), 5)));
        return Activity.of(plan.calendar(), amounts);
    }
}

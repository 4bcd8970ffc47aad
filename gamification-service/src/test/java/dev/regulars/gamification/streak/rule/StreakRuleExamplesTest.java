package dev.regulars.gamification.streak.rule;

import static dev.regulars.gamification.streak.rule.CaseParts.condition;
import static dev.regulars.gamification.streak.rule.CaseParts.day;
import static dev.regulars.gamification.streak.rule.CaseParts.frozen;
import static dev.regulars.gamification.streak.rule.CaseParts.letter;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.gamification.streak.rule.Activity.Amount;
import dev.regulars.gamification.streak.rule.Exceptions.Pause;
import dev.regulars.gamification.streak.rule.StreakRule.Length;
import dev.regulars.gamification.streak.terms.StreakCalendar;
import dev.regulars.gamification.streak.terms.StreakTerms;
import dev.regulars.gamification.streak.terms.Timeframe;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Example;

/** The rule of streaks by example. */
class StreakRuleExamplesTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-06-01");
    private static final List<DayOfWeek> EVERY_DAY = List.of(DayOfWeek.values());
    private static final Timeframe DAILY = new Timeframe(Timeframe.Length.DAILY, 1);
    private static final Timeframe WEEKLY = new Timeframe(Timeframe.Length.WEEKLY, 1);

    @Example
    void aFreezeKeepsTheStreakAndADayWithoutOneEndsIt() {
        assertThat(story(
                        plan(DAILY, EVERY_DAY), "2026-06-01 2026-06-02 2026-06-04", frozen("2026-06-03"), "2026-06-05"))
                .isEqualTo("K1 K2 F2 K3 O3");
        assertThat(story(plan(DAILY, EVERY_DAY), "2026-06-01 2026-06-02 2026-06-04", Exceptions.NONE, "2026-06-05"))
                .isEqualTo("K1 K2 M0 K1 O1");
    }

    @Example
    void onDaysThatAreNotActiveNothingIsAskedForAndNothingCounts() {
        List<DayOfWeek> workdays = List.of(DayOfWeek.FRIDAY, DayOfWeek.MONDAY);

        assertThat(story(plan(DAILY, workdays), "2026-06-01 2026-06-02 2026-06-05", Exceptions.NONE, "2026-06-08"))
                .isEqualTo("K1 N1 N1 N1 K2 N2 N2 O2");
    }

    @Example
    void aWeekIsOnePeriod() {
        assertThat(story(plan(WEEKLY, EVERY_DAY), "2026-06-03 2026-06-14 2026-06-29", Exceptions.NONE, "2026-07-01"))
                .isEqualTo("K1 K2 M0 M0 K1");
    }

    @Example
    void otherTermsHoldFromTheDayOfTheChangeOnAndCutItsPeriod() {
        StreakPlan weekly = plan(WEEKLY, EVERY_DAY);
        StreakPlan daily = weekly.with(
                new StreakTerms(day("2026-06-10"), day("2026-06-10"), DAILY, true, List.of(condition(1)), EVERY_DAY));

        assertThat(story(daily, "2026-06-03 2026-06-10", Exceptions.NONE, "2026-06-11"))
                .isEqualTo("K1 N1 K2 O2");
    }

    @Example
    void strongerConditionsDoNotChangeDaysThatAreOver() {
        StreakPlan easy = plan(DAILY, EVERY_DAY);
        StreakPlan hard = easy.with(
                new StreakTerms(day("2026-06-03"), day("2026-06-01"), DAILY, true, List.of(condition(5)), EVERY_DAY));

        assertThat(story(hard, "2026-06-01 2026-06-02 2026-06-03", Exceptions.NONE, "2026-06-03"))
                .isEqualTo("K1 K2 O2");
    }

    @Example
    void whileStreaksAreOffNothingIsLost() {
        var pause = new Pause(Instant.parse("2026-06-02T10:00:00Z"), Instant.parse("2026-06-04T09:00:00Z"));

        assertThat(story(
                        plan(DAILY, EVERY_DAY),
                        "2026-06-01 2026-06-05",
                        new Exceptions(Map.of(), List.of(pause)),
                        "2026-06-06"))
                .isEqualTo("K1 N1 N1 N1 K2 O2");
    }

    @Example
    void monthsBeginOnTheDayOfTheFirstOne() {
        var monthly = new StreakPlan(
                StreakCalendar.of(ZoneOffset.UTC),
                List.of(new StreakTerms(
                        day("2026-01-31"),
                        day("2026-01-31"),
                        new Timeframe(Timeframe.Length.MONTHLY, 1),
                        true,
                        List.of(condition(1)),
                        EVERY_DAY)));

        assertThat(monthly.periods(day("2026-01-31"), day("2026-05-01")).stream()
                        .map(period ->
                                LocalDate.ofEpochDay(period.first()) + "/" + LocalDate.ofEpochDay(period.last())))
                .containsExactly(
                        "2026-01-31/2026-02-27",
                        "2026-02-28/2026-03-30",
                        "2026-03-31/2026-04-29",
                        "2026-04-30/2026-05-30");
    }

    private static String story(StreakPlan plan, String days, Exceptions exceptions, String today) {
        List<Amount> amounts = new ArrayList<>();
        for (String day : days.split(" ")) {
            Instant noon = LocalDate.parse(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
            amounts.add(new Amount("messages", noon, noon, 1));
        }
        Instant now = LocalDate.parse(today).atTime(13, 0).toInstant(ZoneOffset.UTC);
        return new StreakRule(plan, Activity.of(plan.calendar(), amounts), exceptions, now)
                .judge(plan.firstDay(), Length.NONE).stream()
                        .map(one -> letter(one) + one.length().count())
                        .collect(Collectors.joining(" "));
    }

    private static StreakPlan plan(Timeframe timeframe, List<DayOfWeek> activeDays) {
        long first = MONDAY.toEpochDay();
        return new StreakPlan(
                StreakCalendar.of(ZoneOffset.UTC),
                List.of(new StreakTerms(first, first, timeframe, true, List.of(condition(1)), activeDays)));
    }
}

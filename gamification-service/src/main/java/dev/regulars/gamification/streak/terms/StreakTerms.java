package dev.regulars.gamification.streak.terms;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a streak asks for from a day on, until other terms take their place.
 *
 * @param firstDay from which they hold
 * @param anchor where a period begins
 * @param all whether all conditions must hold, or any
 * @param activeDays the days on which anything is asked for, and counts
 */
public record StreakTerms(
        long firstDay,
        long anchor,
        Timeframe timeframe,
        boolean all,
        List<StreakCondition> conditions,
        List<DayOfWeek> activeDays) {

    public boolean isActive(long day) {
        return activeDays.contains(LocalDate.ofEpochDay(day).getDayOfWeek());
    }

    public boolean hasPeriodsOf(StreakTerms other) {
        return anchor == other.anchor && timeframe.equals(other.timeframe);
    }

    /** @param got by counter */
    public boolean hold(Map<String, Long> got) {
        return all
                ? conditions.stream().allMatch(one -> holds(one, got))
                : conditions.stream().anyMatch(one -> holds(one, got));
    }

    private static boolean holds(StreakCondition condition, Map<String, Long> got) {
        return got.getOrDefault(condition.counter(), 0L) >= condition.value();
    }
}

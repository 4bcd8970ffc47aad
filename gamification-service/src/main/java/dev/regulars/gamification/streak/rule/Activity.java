package dev.regulars.gamification.streak.rule;

import dev.regulars.gamification.streak.terms.StreakCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a member did, by days of a calendar. */
public final class Activity {

    /**
     * Some of it.
     *
     * @param at to the minute: no zone begins a day within one
     * @param knownAt when it was counted; what is taken back is a negative amount
     */
    public record Amount(String counter, Instant at, Instant knownAt, long amount) {}

    private final Map<Long, List<Amount>> byDay = new HashMap<>();

    private Activity() {}

    public static Activity of(StreakCalendar calendar, List<Amount> amounts) {
        var activity = new Activity();
        Map<Instant, Long> days = new HashMap<>();
        for (Amount one : amounts) {
            long day = days.computeIfAbsent(one.at(), calendar::dayOf);
            activity.byDay.computeIfAbsent(day, unknown -> new ArrayList<>()).add(one);
        }
        return activity;
    }

    /** On the active days of a period, as far as it was known before it was settled. */
    Map<String, Long> of(Period period, Instant settledAt) {
        Map<String, Long> got = new HashMap<>();
        for (long day = period.first(); day <= period.last(); day++) {
            if (period.terms().isActive(day)) {
                byDay.getOrDefault(day, List.of()).stream()
                        .filter(one -> one.knownAt().isBefore(settledAt))
                        .forEach(one -> got.merge(one.counter(), one.amount(), Long::sum));
            }
        }
        return got;
    }
}

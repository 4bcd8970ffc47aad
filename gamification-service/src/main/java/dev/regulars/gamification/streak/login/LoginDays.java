package dev.regulars.gamification.streak.login;

import static java.util.Comparator.comparingLong;

import dev.regulars.gamification.streak.rule.StreakRule;
import dev.regulars.gamification.streak.terms.StreakCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Days with a login or visit, as runs of days that follow each other. The order in which they become known does not matter.
 *
 * @param runs the oldest first
 */
record LoginDays(List<Run> runs) {

    static final LoginDays NONE = new LoginDays(List.of());

    /** Older ones can grow no more. */
    private static final int KEPT = 3;

    /** Some days in a row; {@code count} leaves out those that do not exist. Days are counted from 1970-01-01. */
    public record Run(long first, long last, long count) {

        boolean contains(long day) {
            return first <= day && day <= last;
        }
    }

    /** A day that is settled already stays as it is. */
    LoginDays with(Instant at, Instant now, StreakCalendar calendar) {
        long day = calendar.dayOf(at);
        boolean settled = !calendar.startOf(day + 1).plus(StreakRule.GRACE).isAfter(now);
        if (settled || at.isAfter(now) || runs.stream().anyMatch(run -> run.contains(day))) {
            return this;
        }
        List<Run> sorted = Stream.concat(runs.stream(), Stream.of(new Run(day, day, 1)))
                .sorted(comparingLong(Run::first))
                .toList();
        List<Run> joined = new ArrayList<>();
        for (Run run : sorted) {
            if (!joined.isEmpty() && next(joined.getLast().last(), calendar) == run.first()) {
                Run before = joined.removeLast();
                joined.add(new Run(before.first(), run.last(), before.count() + run.count()));
            } else {
                joined.add(run);
            }
        }
        return new LoginDays(List.copyOf(joined.subList(Math.max(0, joined.size() - KEPT), joined.size())));
    }

    /** The day after it that exists. */
    static long next(long day, StreakCalendar calendar) {
        long next = day + 1;
        while (!calendar.exists(next)) {
            next++;
        }
        return next;
    }
}

package dev.regulars.gamification.streak.rule;

import dev.regulars.gamification.streak.terms.StreakCalendar;
import dev.regulars.gamification.streak.terms.StreakTerms;
import java.util.ArrayList;
import java.util.List;

/**
 * All the terms that a streak had, and its days.
 *
 * @param terms the oldest first; not empty
 */
public record StreakPlan(StreakCalendar calendar, List<StreakTerms> terms) {

    public long firstDay() {
        return terms.getFirst().firstDay();
    }

    public StreakTerms current() {
        return terms.getLast();
    }

    /** The same with other terms from their first day on; they replace those that begin no earlier, which never ended a day. */
    public StreakPlan with(StreakTerms next) {
        List<StreakTerms> all = new ArrayList<>(
                terms.stream().filter(one -> one.firstDay() < next.firstDay()).toList());
        all.add(next);
        return new StreakPlan(calendar, List.copyOf(all));
    }

    /** The period that a day is in; days before the first one are in none. */
    public Period periodOf(long day) {
        int index = indexOf(day);
        StreakTerms own = terms.get(index);
        int from = index;
        while (from > 0 && terms.get(from - 1).hasPeriodsOf(own)) {
            from--;
        }
        int until = index;
        while (until + 1 < terms.size() && terms.get(until + 1).hasPeriodsOf(own)) {
            until++;
        }
        long first = Math.max(
                own.timeframe().firstOf(own.anchor(), day), terms.get(from).firstDay());
        long end = own.timeframe().nextOf(own.anchor(), day) - 1;
        boolean cut = until + 1 < terms.size() && terms.get(until + 1).firstDay() <= end;
        long last = cut ? terms.get(until + 1).firstDay() - 1 : end;
        return new Period(first, last, terms.get(indexOf(last)), cut);
    }

    /** The periods that contain days between these, in order. */
    public List<Period> periods(long from, long until) {
        List<Period> periods = new ArrayList<>();
        for (long day = Math.max(from, firstDay());
                day <= until;
                day = periods.getLast().last() + 1) {
            periods.add(periodOf(day));
        }
        return periods;
    }

    /** Whether anything is asked for: a period without an active day that exists is passed over. */
    boolean isDue(Period period) {
        for (long day = period.first(); day <= period.last(); day++) {
            if (period.terms().isActive(day) && calendar.exists(day)) {
                return true;
            }
        }
        return false;
    }

    private int indexOf(long day) {
        int index = 0;
        while (index + 1 < terms.size() && terms.get(index + 1).firstDay() <= day) {
            index++;
        }
        return index;
    }
}

package dev.regulars.gamification.streak.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rule of streaks: the plan + what a member did + the freezes spent → what each period is, and how long the streak was after it. */
public final class StreakRule {

    /** How long after its end a day still takes what happened on it and was reported late; then it is settled. */
    public static final Duration GRACE = Duration.ofHours(24);

    private final StreakPlan plan;
    private final Activity activity;
    private final Exceptions exceptions;
    private final Instant now;

    public StreakRule(StreakPlan plan, Activity activity, Exceptions exceptions, Instant now) {
        this.plan = plan;
        this.activity = activity;
        this.exceptions = exceptions;
        this.now = now;
    }

    /** How long a streak is, and was at its longest. */
    public record Length(long count, long best) {

        public static final Length NONE = new Length(0, 0);

        Length after(Outcome outcome) {
            return switch (outcome) {
                case KEPT -> new Length(count + 1, Math.max(best, count + 1));
                case MISSED -> new Length(0, best);
                case FROZEN, REPAIRED, NOT_DUE, OPEN -> this;
            };
        }
    }

    /**
     * What became of a period.
     *
     * @param got by counter
     * @param length of the streak after it
     */
    public record DecidedPeriod(Period period, Outcome outcome, Map<String, Long> got, Length length) {}

    /** Of the periods from a day on, after those before it made the streak that long. */
    public List<DecidedPeriod> judge(long from, Length before) {
        List<DecidedPeriod> periods = new ArrayList<>();
        Length length = before;
        for (Period period : plan.periods(from, plan.calendar().dayOf(now))) {
            Instant end = endOf(period);
            Map<String, Long> got = activity.of(period, end.plus(GRACE));
            Outcome outcome = outcome(period, end, got);
            length = length.after(outcome);
            periods.add(new DecidedPeriod(period, outcome, got, length));
        }
        return periods;
    }

    /** When nothing that is reported late counts for a period any more. */
    public Instant settledAt(Period period) {
        return endOf(period).plus(GRACE);
    }

    private Instant endOf(Period period) {
        return plan.calendar().startOf(period.last() + 1);
    }

    private Outcome outcome(Period period, Instant end, Map<String, Long> got) {
        if (!plan.isDue(period)) {
            return Outcome.NOT_DUE;
        }
        if (period.terms().hold(got)) {
            return Outcome.KEPT;
        }
        Outcome spent = exceptions.spentOn(period);
        if (spent != null) {
            return spent;
        }
        if (period.cut() || exceptions.isPaused(plan.calendar().startOf(period.first()), end)) {
            return Outcome.NOT_DUE;
        }
        return end.isAfter(now) ? Outcome.OPEN : Outcome.MISSED;
    }
}

package dev.regulars.gamification.streak.member;

import dev.regulars.gamification.streak.StreakDocument;
import dev.regulars.gamification.streak.log.StreakLogDocument;
import dev.regulars.gamification.streak.log.StreakStatus;
import dev.regulars.gamification.streak.rule.Outcome;
import dev.regulars.gamification.streak.rule.StreakRule;
import dev.regulars.gamification.streak.rule.StreakRule.DecidedPeriod;
import dev.regulars.gamification.streak.rule.StreakRule.Length;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The streak of a member at a moment.
 *
 * @param before how long the streak was before the first decided
 * @param periods of the periods that may still change, the running one last; none before the streak begins
 */
public record Standing(
        StreakDocument streak,
        MemberStreakDocument known,
        StreakRule rule,
        Length before,
        List<DecidedPeriod> periods,
        Instant now) {

    /** How long after it is settled a missed period can be repaired. */
    private static final Duration REPAIRABLE = Duration.ofDays(7);

    public Length length() {
        return periods.isEmpty() ? before : periods.getLast().length();
    }

    public Optional<DecidedPeriod> on(long day) {
        return periods.stream().filter(one -> one.period().contains(day)).findFirst();
    }

    public boolean isSettled(DecidedPeriod decided) {
        return !rule.settledAt(decided.period()).isAfter(now);
    }

    public boolean isRepairable(DecidedPeriod decided) {
        return rule.settledAt(decided.period()).plus(REPAIRABLE).isAfter(now);
    }

    /** What is to be told that was not: a streak is broken only once nothing that comes late can mend it. */
    List<StreakLogDocument> untold(@Nullable String userId) {
        List<StreakLogDocument> logs = new ArrayList<>();
        Length length = before;
        for (DecidedPeriod decided : periods) {
            StreakStatus status = toTell(decided, length);
            if (status != null) {
                logs.add(log(decided, status, length, userId));
            }
            length = decided.length();
        }
        return logs;
    }

    private @Nullable StreakStatus toTell(DecidedPeriod decided, Length before) {
        StreakStatus status = StreakStatus.of(decided.outcome());
        boolean isLoss = status == StreakStatus.BROKEN;
        return status == null
                        || known.told.contains(key(decided, status))
                        || !isRepairable(decided)
                        || (isLoss && (before.count() == 0 || !isSettled(decided)))
                ? null
                : status;
    }

    /** With everything told, and without what can change no more. */
    MemberStreakDocument next(List<StreakLogDocument> told) {
        MemberStreakDocument next = known.copy();
        List<String> all = new ArrayList<>(known.told);
        told.forEach(log -> all.add(log.date + ":" + log.status.wire()));
        for (DecidedPeriod decided : periods) {
            if (isRepairable(decided)) {
                break;
            }
            next.openFrom = decided.period().last() + 1;
            next.length = decided.length();
        }
        String first = LocalDate.ofEpochDay(next.openFrom).toString();
        next.told = all.stream().filter(one -> one.compareTo(first) >= 0).toList();
        next.dueAt = dueAt();
        return next;
    }

    /** When the streak can be broken next; there is nothing to look for where there is none. */
    private @Nullable Instant dueAt() {
        Length length = before;
        for (DecidedPeriod decided : periods) {
            boolean running = decided.equals(periods.getLast());
            if (!isSettled(decided)
                    && (running
                            ? decided.length().count() > 0
                            : decided.outcome() == Outcome.MISSED && length.count() > 0)) {
                return rule.settledAt(decided.period());
            }
            length = decided.length();
        }
        return null;
    }

    private StreakLogDocument log(DecidedPeriod decided, StreakStatus status, Length before, @Nullable String userId) {
        var log = StreakLogDocument.of(streak, known.accountId, userId, now);
        log.date = date(decided);
        log.status = status;
        log.count = status == StreakStatus.BROKEN
                ? before.count()
                : decided.length().count();
        log.best = decided.length().best();
        return log;
    }

    private static String key(DecidedPeriod decided, StreakStatus status) {
        return date(decided) + ":" + status.wire();
    }

    private static String date(DecidedPeriod decided) {
        return LocalDate.ofEpochDay(decided.period().first()).toString();
    }
}

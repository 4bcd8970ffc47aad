package dev.regulars.gamification.streak.member;

import dev.regulars.gamification.streak.StreakDocument;
import dev.regulars.gamification.streak.log.StreakLogDocument;
import dev.regulars.gamification.streak.log.StreakStatus;
import dev.regulars.gamification.streak.rule.Outcome;
import dev.regulars.gamification.streak.rule.StreakRule;
import dev.regulars.gamification.streak.rule.StreakRule.Length;
import dev.regulars.gamification.streak.rule.StreakRule.Verdict;
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
 * @param before how long the streak was before the first verdict
 * @param verdicts of the periods that may still change, the running one last; none before the streak begins
 */
public record Standing(
        StreakDocument streak,
        MemberStreakDocument known,
        StreakRule rule,
        Length before,
        List<Verdict> verdicts,
        Instant now) {

    /** How long after it is settled a missed period can be repaired. */
    private static final Duration REPAIRABLE = Duration.ofDays(7);

    public Length length() {
        return verdicts.isEmpty() ? before : verdicts.getLast().length();
    }

    public Optional<Verdict> on(long day) {
        return verdicts.stream().filter(one -> one.period().contains(day)).findFirst();
    }

    public boolean isSettled(Verdict verdict) {
        return !rule.settledAt(verdict.period()).isAfter(now);
    }

    public boolean isRepairable(Verdict verdict) {
        return rule.settledAt(verdict.period()).plus(REPAIRABLE).isAfter(now);
    }

    /** What is to be told that was not: a streak is broken only once nothing that comes late can mend it. */
    List<StreakLogDocument> untold(@Nullable String userId) {
        List<StreakLogDocument> logs = new ArrayList<>();
        Length length = before;
        for (Verdict verdict : verdicts) {
            StreakStatus status = toTell(verdict, length);
            if (status != null) {
                logs.add(log(verdict, status, length, userId));
            }
            length = verdict.length();
        }
        return logs;
    }

    private @Nullable StreakStatus toTell(Verdict verdict, Length before) {
        StreakStatus status = StreakStatus.of(verdict.outcome());
        boolean isLoss = status == StreakStatus.BROKEN;
        return status == null
                        || known.told.contains(key(verdict, status))
                        || !isRepairable(verdict)
                        || (isLoss && (before.count() == 0 || !isSettled(verdict)))
                ? null
                : status;
    }

    /** With everything told, and without what can change no more. */
    MemberStreakDocument next(List<StreakLogDocument> told) {
        MemberStreakDocument next = known.copy();
        List<String> all = new ArrayList<>(known.told);
        told.forEach(log -> all.add(log.date + ":" + log.status.wire()));
        for (Verdict verdict : verdicts) {
            if (isRepairable(verdict)) {
                break;
            }
            next.openFrom = verdict.period().last() + 1;
            next.length = verdict.length();
        }
        String first = LocalDate.ofEpochDay(next.openFrom).toString();
        next.told = all.stream().filter(one -> one.compareTo(first) >= 0).toList();
        next.dueAt = dueAt();
        return next;
    }

    /** When the streak can be broken next; there is nothing to look for where there is none. */
    private @Nullable Instant dueAt() {
        Length length = before;
        for (Verdict verdict : verdicts) {
            boolean running = verdict.equals(verdicts.getLast());
            if (!isSettled(verdict)
                    && (running
                            ? verdict.length().count() > 0
                            : verdict.outcome() == Outcome.MISSED && length.count() > 0)) {
                return rule.settledAt(verdict.period());
            }
            length = verdict.length();
        }
        return null;
    }

    private StreakLogDocument log(Verdict verdict, StreakStatus status, Length before, @Nullable String userId) {
        var log = StreakLogDocument.of(streak, known.accountId, userId, now);
        log.date = date(verdict);
        log.status = status;
        log.count = status == StreakStatus.BROKEN
                ? before.count()
                : verdict.length().count();
        log.best = verdict.length().best();
        return log;
    }

    private static String key(Verdict verdict, StreakStatus status) {
        return date(verdict) + ":" + status.wire();
    }

    private static String date(Verdict verdict) {
        return LocalDate.ofEpochDay(verdict.period().first()).toString();
    }
}

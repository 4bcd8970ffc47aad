package dev.regulars.gamification.activity;

import static dev.regulars.gamification.ledger.decision.Unit.COINS;
import static dev.regulars.gamification.ledger.decision.Unit.XP;
import static java.util.Objects.requireNonNullElse;

import dev.regulars.gamification.ledger.PostingSumDocument;
import dev.regulars.gamification.ledger.decision.Unit;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What some members' postings add up to, per member, day and unit. */
final class DailyAmounts {

    private record Cell(String accountId, long day, String unit) {}

    private final Map<Cell, Long> amounts = new HashMap<>();

    DailyAmounts(List<PostingSumDocument> sums) {
        sums.forEach(sum ->
                amounts.put(new Cell(sum.accountId(), requireNonNullElse(sum.day(), 0L), sum.unit()), sum.sum()));
    }

    long of(String accountId, LocalDate day, Unit unit) {
        return amounts.getOrDefault(new Cell(accountId, day.toEpochDay(), unit.wire()), 0L);
    }

    HistoryView.Day history(String accountId, LocalDate day) {
        return new HistoryView.Day(day, of(accountId, day, COINS), of(accountId, day, XP));
    }

    StatsView.Day stats(String accountId, LocalDate day) {
        return new StatsView.Day(
                day,
                of(accountId, day, Unit.MESSAGES),
                of(accountId, day, Unit.REPLIES),
                of(accountId, day, Unit.REACTIONS),
                0);
    }
}

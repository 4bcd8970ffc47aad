package dev.regulars.gamification.activity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Coins and XP of a member, day by day (contract §3.1.6, 2025). */
@Schema(examples = """
        {"user_id": "43", "range": {"start_date": "2026-03-09", "end_date": "2026-03-10"}, "totals": {"coins": 15, "xp": 30},
         "daily_stats": [{"date": "2026-03-10", "coins": 5, "xp": 20}, {"date": "2026-03-09", "coins": 10, "xp": 10}]}""")
record HistoryView(
        @JsonProperty("user_id") @Schema(description = "Decimal string")
        String userId,

        DayRange range,
        Totals totals,

        @JsonProperty("daily_stats") @Schema(description = "The newest day first")
        List<Day> days) {

    /** What the days add up to. */
    record Totals(long coins, long xp) {}

    /** What the balances changed by on one day. */
    record Day(LocalDate date, long coins, long xp) {}

    static HistoryView of(String userId, DayRange range, List<Day> days) {
        var totals = new Totals(
                days.stream().mapToLong(Day::coins).sum(),
                days.stream().mapToLong(Day::xp).sum());
        return new HistoryView(userId, range, totals, days);
    }
}

package dev.regulars.gamification.activity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a member did, day by day (contract §3.1.5). */
@Schema(examples = """
        {"user_id": "43", "range": {"start_date": "2026-03-10", "end_date": "2026-03-10"},
         "totals": {"messages": 4, "replies": 1, "reaction": 2, "socials": 0},
         "daily_stats": [{"date": "2026-03-10", "messages": 4, "replies": 1, "reaction": 2, "socials": 0}]}""")
record StatsView(
        @JsonProperty("user_id") @Schema(description = "Decimal string")
        String userId,

        DayRange range,
        Totals totals,

        @JsonProperty("daily_stats") @Schema(description = "The newest day first")
        List<Day> days) {

    /** What the days add up to. */
    record Totals(
            long messages,
            long replies,
            long reaction,

            @Schema(description = "Activity of linked social accounts")
            long socials) {}

    /** What was done on one day. */
    record Day(
            LocalDate date,
            long messages,
            long replies,
            long reaction,

            @Schema(description = "Activity of linked social accounts")
            long socials) {}

    static StatsView of(String userId, DayRange range, List<Day> days) {
        var totals = new Totals(
                days.stream().mapToLong(Day::messages).sum(),
                days.stream().mapToLong(Day::replies).sum(),
                days.stream().mapToLong(Day::reaction).sum(),
                days.stream().mapToLong(Day::socials).sum());
        return new StatsView(userId, range, totals, days);
    }
}

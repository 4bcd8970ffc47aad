package dev.regulars.gamification.streak.member;

import dev.regulars.gamification.streak.rule.Outcome;
import dev.regulars.gamification.streak.rule.StreakRule.DecidedPeriod;
import dev.regulars.gamification.streak.terms.Timeframe;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far a member is in a streak. */
@Schema(examples = """
        {"_id": "66b1f2a8a4d3e5f607182942", "name": "Daily talk", "timeframe": {"value": "daily", "count": 1},
         "date": "2026-04-09", "counted": true, "freeze": false, "count": 3, "best": 12,
         "because": [{"condition": "messages", "wanted": 3, "got": 4}]}""")
public record StreakProgress(
        String _id,
        String name,
        Timeframe timeframe,

        @Nullable
        @Schema(description = "First day of the running period, in the zone of the streak; absent before it begins")
        LocalDate date,

        @Schema(description = "Whether the running period counts already")
        boolean counted,

        @Schema(description = "Whether a freeze was spent on the running period")
        boolean freeze,

        @Schema(description = "How many periods in a row the member has kept")
        long count,

        @Schema(description = "The most that it ever was") long best,

        @Schema(description = "What the running period needs")
        List<Reason> because) {

    static StreakProgress of(Standing standing) {
        DecidedPeriod running =
                standing.periods().isEmpty() ? null : standing.periods().getLast();
        return new StreakProgress(
                standing.streak().id,
                standing.streak().name,
                standing.streak().plan().current().timeframe(),
                running == null ? null : LocalDate.ofEpochDay(running.period().first()),
                running != null && running.outcome() == Outcome.KEPT,
                running != null && (running.outcome() == Outcome.FROZEN || running.outcome() == Outcome.REPAIRED),
                standing.length().count(),
                standing.length().best(),
                running == null ? List.of() : Reason.of(running));
    }
}

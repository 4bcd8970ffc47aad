package dev.regulars.gamification.streak;

import dev.regulars.gamification.streak.terms.StreakTerms;
import dev.regulars.gamification.streak.terms.Timeframe;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A streak as answers show it (contract §3.4.2). */
@Schema(examples = """
        {"_id": "66b1f2a8a4d3e5f607182942", "name": "Daily talk", "communityId": "66b1f0e9a4d3e5f60718293b", "timezone": "utc_gmt",
         "startDate": "2026-04-07T00:00:00.000Z", "timeframe": {"value": "daily", "count": 1},
         "action": {"operator": "and",
           "conditions": [{"_id": "66b1f2a8a4d3e5f607182943", "action": "messages", "value": 3, "isCustomField": null}]},
         "activeDaysType": "custom", "activeDays": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"], "order": 0,
         "createdAt": "2026-03-10T16:15:50.123Z", "updatedAt": "2026-03-10T16:15:50.123Z", "__v": 0}""")
record StreakView(
        String _id,
        String name,
        String communityId,

        @Schema(description = "Where its days begin: `utc_gmt` or an IANA name")
        String timezone,

        @Schema(description = "Its first day, as midnight UTC")
        Instant startDate,

        Timeframe timeframe,
        StreakAction action,
        ActiveDaysType activeDaysType,
        List<Weekday> activeDays,

        @Schema(description = "Its place in the list") int order,

        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "How often it was changed") int __v) {

    static StreakView of(StreakDocument streak) {
        StreakTerms terms = streak.plan().current();
        return new StreakView(
                streak.id,
                streak.name,
                streak.communityId.id(),
                streak.timezone,
                LocalDate.ofEpochDay(streak.startDay).atStartOfDay().toInstant(ZoneOffset.UTC),
                terms.timeframe(),
                new StreakAction(
                        terms.all() ? StreakAction.Operator.AND : StreakAction.Operator.OR, terms.conditions()),
                streak.activeDaysType,
                terms.activeDays().stream().map(Weekday::of).toList(),
                streak.order,
                streak.createdAt,
                streak.updatedAt,
                streak.revision);
    }
}

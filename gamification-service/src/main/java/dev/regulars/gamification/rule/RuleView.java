package dev.regulars.gamification.rule;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rule as answers show it. */
@Schema(examples = """
        {"_id": "66b1f2a8a4d3e5f607182940", "name": "Busy week", "event": "message",
         "when": [{"type": "count", "unit": "messages", "atLeast": 10, "days": 7}], "changes": {"coins": 5},
         "badge": null, "tag": null, "cooldown": 86400, "dailyCap": 1, "isEnabled": true, "version": 1,
         "createdAt": "2026-03-10T16:15:50.123Z", "updatedAt": "2026-03-10T16:15:50.123Z"}""")
record RuleView(
        String _id,
        String name,
        RuleEvent event,
        @Schema(description = "All of them must hold") List<Condition> when,

        @Schema(description = "By unit: what the member gets")
        Map<String, Long> changes,

        @Schema(description = "Id of a badge that the member is awarded") @Nullable
        String badge,

        @Schema(description = "Tag that the member is given") @Nullable
        String tag,

        @Schema(description = "Seconds until the rule applies to a member again")
        int cooldown,

        @Schema(description = "How often the rule applies to a member on one day; 0: any number of times")
        int dailyCap,

        boolean isEnabled,

        @Schema(description = "Counts the changes of the rule; each posting names it")
        long version,

        Instant createdAt,
        Instant updatedAt) {

    static RuleView of(RuleDocument rule) {
        return new RuleView(
                rule.id,
                rule.name,
                rule.event,
                rule.when,
                rule.changes,
                rule.badge,
                rule.tag,
                rule.cooldown,
                rule.dailyCap,
                rule.isEnabled,
                rule.revision,
                rule.createdAt,
                rule.updatedAt);
    }
}

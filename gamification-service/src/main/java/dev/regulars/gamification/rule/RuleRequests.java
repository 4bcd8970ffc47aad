package dev.regulars.gamification.rule;

import static java.util.Objects.requireNonNull;

import dev.regulars.gamification.badge.Uuid;
import dev.regulars.web.validation.DisplayName;
import dev.regulars.web.value.Patch;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is asked about rules. */
final class RuleRequests {

    private static final String WHEN = "All of them must hold; none: always";
    private static final String CHANGES = "By unit: what the member gets, or loses (negative)";
    private static final String BADGE = "Id of a badge that the member is awarded";
    private static final String TAG = "Tag that the member is given";
    private static final String COOLDOWN = "Seconds that must pass until the rule applies to a member again";
    private static final String DAILY_CAP = "How often the rule applies to a member on one day; 0: any number of times";

    private RuleRequests() {}

    /** A rule. At least one of changes, badge and tag. */
    @Schema(examples = """
            {"name": "Busy week", "event": "message", "when": [{"type": "count", "unit": "messages", "atLeast": 10, "days": 7}],
             "changes": {"coins": 5}, "cooldown": 86400, "dailyCap": 1}""")
    record RuleBody(
            @NotBlank @DisplayName @Size(max = 100) String name,
            @NotNull RuleEvent event,

            @Size(max = 20) @Nullable @Schema(description = WHEN)
            List<@Valid @NotNull Condition> when,

            @Size(max = 10) @Nullable @Schema(description = CHANGES)
            Map<String, @NotNull Long> changes,

            @Uuid @Nullable @Schema(description = BADGE) String badge,

            @DisplayName @Size(min = 1, max = 50) @Nullable @Schema(description = TAG)
            String tag,

            @Min(0) @Max(31_536_000) @Nullable @Schema(description = COOLDOWN)
            Integer cooldown,

            @Min(0) @Max(1_000) @Nullable @Schema(description = DAILY_CAP)
            Integer dailyCap,

            @Nullable Boolean isEnabled) {}

    /** What of a rule is changed. */
    @Schema(examples = """
            {"isEnabled": false}""")
    record RulePatch(
            Patch<@NotBlank @DisplayName @Size(max = 100) String> name,
            Patch<@NotNull RuleEvent> event,
            @Schema(description = WHEN) Patch<@Size(max = 20) List<@Valid @NotNull Condition>> when,
            @Schema(description = CHANGES) Patch<@Size(max = 10) Map<String, @NotNull Long>> changes,
            @Schema(description = BADGE) Patch<@Size(max = 36) String> badge,
            @Schema(description = TAG) Patch<@DisplayName @Size(min = 1, max = 50) String> tag,
            @Schema(description = COOLDOWN) Patch<@Min(0) @Max(31_536_000) Integer> cooldown,
            @Schema(description = DAILY_CAP) Patch<@Min(0) @Max(1_000) Integer> dailyCap,
            Patch<@NotNull Boolean> isEnabled) {

        RuleBody over(RuleDocument rule) {
            return new RuleBody(
                    requireNonNull(name.orElse(rule.name)),
                    requireNonNull(event.orElse(rule.event)),
                    when.orElse(rule.when),
                    changes.orElse(rule.changes),
                    badge.orElse(rule.badge),
                    tag.orElse(rule.tag),
                    cooldown.orElse(rule.cooldown),
                    dailyCap.orElse(rule.dailyCap),
                    isEnabled.orElse(rule.isEnabled));
        }
    }

    /** A rule to try on the days that have been. */
    @Schema(examples = """
            {"name": "Busy week", "event": "message", "changes": {"coins": 5}, "dailyCap": 1, "days": 30}""")
    record DryRunRequest(
            @NotBlank @DisplayName @Size(max = 100) String name,
            @NotNull RuleEvent event,

            @Size(max = 20) @Nullable @Schema(description = WHEN)
            List<@Valid @NotNull Condition> when,

            @Size(max = 10) @Nullable @Schema(description = CHANGES)
            Map<String, @NotNull Long> changes,

            @Uuid @Nullable @Schema(description = BADGE) String badge,

            @DisplayName @Size(min = 1, max = 50) @Nullable @Schema(description = TAG)
            String tag,

            @Min(0) @Max(31_536_000) @Nullable @Schema(description = COOLDOWN)
            Integer cooldown,

            @Min(0) @Max(1_000) @Nullable @Schema(description = DAILY_CAP)
            Integer dailyCap,

            @Nullable Boolean isEnabled,

            @Min(1) @Max(30) @Nullable @Schema(description = "How many days, today included; 30 by default")
            Integer days) {

        RuleBody rule() {
            return new RuleBody(name, event, when, changes, badge, tag, cooldown, dailyCap, isEnabled);
        }
    }
}

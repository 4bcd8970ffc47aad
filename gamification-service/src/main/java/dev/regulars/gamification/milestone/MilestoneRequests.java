package dev.regulars.gamification.milestone;

import static java.util.Objects.requireNonNull;

import dev.regulars.gamification.ledger.decision.Unit;
import dev.regulars.web.validation.DisplayName;
import dev.regulars.web.validation.DisplayText;
import dev.regulars.web.value.Patch;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is asked about milestones. */
final class MilestoneRequests {

    private static final String UNIT = "What is counted: as much of it as was ever earned; spending does not lower it";
    private static final String CHANGES = "By unit: what a member gets who reaches it, once";

    private MilestoneRequests() {}

    /** A milestone. */
    @Schema(examples = """
            {"name": "A thousand words", "description": "For a hundred messages", "unit": "messages", "target": 100,
             "changes": {"coins": 50}}""")
    record MilestoneBody(
            @NotBlank @DisplayName @Size(max = 100) String name,
            @DisplayText @Size(max = 1_000) @Nullable String description,
            @NotNull @Schema(description = UNIT) Unit unit,
            @NotNull @Min(1) @Max(9_007_199_254_740_991L) Long target,

            @Size(max = 10) @Nullable @Schema(description = CHANGES)
            Map<String, @NotNull Long> changes) {}

    /** What of a milestone is changed. */
    @Schema(examples = """
            {"target": 200}""")
    record MilestonePatch(
            Patch<@NotBlank @DisplayName @Size(max = 100) String> name,
            Patch<@DisplayText @Size(max = 1_000) String> description,
            @Schema(description = UNIT) Patch<@NotNull Unit> unit,
            Patch<@NotNull @Min(1) @Max(9_007_199_254_740_991L) Long> target,
            @Schema(description = CHANGES) Patch<@Size(max = 10) Map<String, @NotNull Long>> changes) {

        MilestoneBody over(MilestoneDocument milestone) {
            return new MilestoneBody(
                    requireNonNull(name.orElse(milestone.name)),
                    description.orElse(milestone.description),
                    requireNonNull(unit.orElse(milestone.unit)),
                    requireNonNull(target.orElse(milestone.target)),
                    changes.orElse(milestone.changes));
        }
    }
}

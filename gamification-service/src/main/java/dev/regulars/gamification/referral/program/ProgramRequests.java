package dev.regulars.gamification.referral.program;

import static java.util.Objects.requireNonNull;

import dev.regulars.web.validation.DisplayName;
import dev.regulars.web.value.Patch;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is asked about referral programs. */
final class ProgramRequests {

    private static final String STAGES = "No two of the same name; each is completed by itself";
    private static final String ENABLED = "While it is not, no stage is completed; true by default";

    private ProgramRequests() {}

    /** A stage. */
    @Schema(examples = """
            {"name": "First message", "event": "message", "changes": {"coins": 20}}""")
    record StageBody(
            @NotBlank @DisplayName @Size(max = 100) String name,

            @NotNull @Schema(description = "What the member who was brought does, for the first time")
            StageEvent event,

            @Size(max = 10) @Nullable @Schema(description = "By unit: what the referrer gets")
            Map<String, @NotNull Long> changes) {}

    /** A program. */
    @Schema(examples = """
            {"name": "Bring a friend", "stages": [{"name": "Joined", "event": "join", "changes": {"coins": 10}},
               {"name": "First message", "event": "message", "changes": {"coins": 20}}], "isEnabled": true}""")
    record ProgramBody(
            @NotBlank @DisplayName @Size(max = 100) String name,

            @NotEmpty @Size(max = 20) @Schema(description = STAGES)
            List<@Valid @NotNull StageBody> stages,

            @Nullable @Schema(description = ENABLED) Boolean isEnabled) {}

    /** What of a program is changed. */
    @Schema(examples = """
            {"isEnabled": false}""")
    record ProgramPatch(
            Patch<@NotBlank @DisplayName @Size(max = 100) String> name,
            @Schema(description = STAGES) Patch<@NotEmpty @Size(max = 20) List<@Valid @NotNull StageBody>> stages,
            @Schema(description = ENABLED) Patch<@NotNull Boolean> isEnabled) {

        ProgramBody over(ProgramDocument program) {
            List<StageBody> known = program.stages.stream()
                    .map(stage -> new StageBody(stage.name(), stage.event(), stage.changes()))
                    .toList();
            return new ProgramBody(
                    requireNonNull(name.orElse(program.name)),
                    requireNonNull(stages.orElse(known)),
                    isEnabled.orElse(program.isEnabled));
        }
    }
}

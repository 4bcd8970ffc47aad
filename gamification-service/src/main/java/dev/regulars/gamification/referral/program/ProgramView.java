package dev.regulars.gamification.referral.program;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A referral program as answers show it. */
@Schema(examples = """
        {"_id": "66b1f2a8a4d3e5f607182960", "name": "Bring a friend",
         "stages": [{"name": "Joined", "event": "join", "changes": {"coins": 10}},
           {"name": "First message", "event": "message", "changes": {"coins": 20}}], "isEnabled": true,
         "createdAt": "2026-03-10T16:15:50.123Z", "updatedAt": "2026-03-10T16:15:50.123Z"}""")
record ProgramView(
        String _id,
        String name,
        List<StageView> stages,

        @Schema(description = "While it is not, no stage is completed")
        boolean isEnabled,

        Instant createdAt,
        Instant updatedAt) {

    /** A stage. */
    @Schema(examples = """
            {"name": "First message", "event": "message", "changes": {"coins": 20}}""")
    record StageView(
            String name,

            @Schema(description = "What the member who was brought does, for the first time")
            StageEvent event,

            @Schema(description = "By unit: what the referrer gets")
            Map<String, Long> changes) {}

    static ProgramView of(ProgramDocument program) {
        return new ProgramView(
                program.id,
                program.name,
                program.stages.stream()
                        .map(stage -> new StageView(stage.name(), stage.event(), stage.changes()))
                        .toList(),
                program.isEnabled,
                program.createdAt,
                program.updatedAt);
    }
}

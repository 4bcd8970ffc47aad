package dev.regulars.gamification.milestone;

import dev.regulars.gamification.ledger.decision.Unit;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A milestone as answers show it. */
@Schema(examples = """
        {"_id": "66b1f2a8a4d3e5f607182950", "name": "A thousand words", "description": "For a hundred messages", "unit": "messages",
         "target": 100, "changes": {"coins": 50}, "createdAt": "2026-03-10T16:15:50.123Z",
         "updatedAt": "2026-03-10T16:15:50.123Z"}""")
record MilestoneView(
        String _id,
        String name,
        @Nullable String description,
        Unit unit,
        long target,

        @Schema(description = "By unit: what a member gets who reaches it")
        Map<String, Long> changes,

        Instant createdAt,
        Instant updatedAt) {

    static MilestoneView of(MilestoneDocument milestone) {
        return new MilestoneView(
                milestone.id,
                milestone.name,
                milestone.description,
                milestone.unit,
                milestone.target,
                milestone.changes,
                milestone.createdAt,
                milestone.updatedAt);
    }
}

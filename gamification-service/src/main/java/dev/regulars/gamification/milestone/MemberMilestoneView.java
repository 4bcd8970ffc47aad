package dev.regulars.gamification.milestone;

import dev.regulars.gamification.ledger.decision.Unit;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A milestone, and how far a member is (contract §3.1.9). */
@Schema(examples = """
        {"_id": "66b1f2a8a4d3e5f607182950", "name": "A thousand words", "description": "For a hundred messages", "unit": "messages",
         "target": 100, "progress": 37, "completedAt": null}""")
public record MemberMilestoneView(
        String _id,
        String name,
        @Nullable String description,
        Unit unit,
        long target,

        @Schema(description = "How much of the unit the member ever earned")
        long progress,

        @Nullable @Schema(description = "When it was reached; null until then")
        Instant completedAt) {

    static MemberMilestoneView of(MilestoneDocument milestone, long progress, @Nullable Instant completedAt) {
        return new MemberMilestoneView(
                milestone.id,
                milestone.name,
                milestone.description,
                milestone.unit,
                milestone.target,
                progress,
                completedAt);
    }
}

package dev.regulars.community.sanction;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A sanction.
 *
 * @param actor decimal {@code userId} of its author, or of the one who made the author's key
 */
@Schema(examples = """
        {"_id": "66b1f2d1a4d3e5f607182942", "userId": "43", "kind": "warn", "reason": "Spam", "actor": "42",
         "createdAt": "2026-03-10T16:15:50.123Z", "expiresAt": null, "liftedAt": null}""")
record SanctionView(
        String _id,

        @Schema(description = "The decimal id of the member")
        String userId,

        @Schema(description = "What the sanction does") SanctionKind kind,
        @Schema(description = "Shown to admins") String reason,

        @Schema(description = "The decimal id of whoever imposed it")
        String actor,

        Instant createdAt,

        @Schema(description = "null when it never expires") @Nullable
        Instant expiresAt,

        @Schema(description = "null while it stands") @Nullable
        Instant liftedAt) {

    static SanctionView of(SanctionDocument sanction) {
        return new SanctionView(
                sanction.id,
                sanction.userId,
                sanction.kind,
                sanction.reason,
                sanction.actor,
                sanction.createdAt,
                sanction.expiresAt,
                sanction.liftedAt);
    }
}

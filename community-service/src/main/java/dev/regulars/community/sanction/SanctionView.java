package dev.regulars.community.sanction;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A sanction.
 *
 * @param actor decimal {@code userId} of its author, or of the one who made the author's key
 */
record SanctionView(
        String _id,

        @Schema(description = "The decimal id of the member")
        String userId,

        SanctionKind kind,
        String reason,

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

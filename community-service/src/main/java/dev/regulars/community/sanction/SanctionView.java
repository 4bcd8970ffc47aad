package dev.regulars.community.sanction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sanction.
 *
 * @param actor decimal {@code userId} of its author, or of the one who made the author's key
 */
record SanctionView(
        String _id,
        String userId,
        SanctionKind kind,
        String reason,
        String actor,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant liftedAt) {

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

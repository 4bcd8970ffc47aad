package dev.regulars.community.sanction;

import dev.regulars.web.validation.DisplayText;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sanction to impose.
 *
 * @param userId the decimal one, or the account's {@code _id}
 * @param expiresAt absent for one that lasts until it is lifted
 */
record NewSanction(
        @NotBlank @Size(max = 24) String userId,
        @NotNull SanctionKind kind,
        @NotBlank @DisplayText @Size(max = 1_000) String reason,
        @Future @Nullable Instant expiresAt) {}

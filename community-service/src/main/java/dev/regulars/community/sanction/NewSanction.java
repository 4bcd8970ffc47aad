package dev.regulars.community.sanction;

import dev.regulars.web.validation.DisplayText;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A sanction to impose.
 *
 * @param userId the decimal one, or the account's {@code _id}
 * @param expiresAt absent for one that lasts until it is lifted
 */
@Schema(examples = """
        {"userId": "43", "kind": "warn", "reason": "Spam"}""")
record NewSanction(
        @Schema(description = "The decimal id of the member") @NotBlank @Size(max = 24)
        String userId,

        @Schema(description = "`warn` is only kept, `suspend` leaves reading only, `ban` ends the membership") @NotNull
        SanctionKind kind,

        @Schema(description = "Shown to admins") @NotBlank @DisplayText @Size(max = 1_000)
        String reason,

        @Schema(description = "Never when absent") @Future @Nullable
        Instant expiresAt) {}

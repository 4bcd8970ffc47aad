package dev.regulars.community.invite;

import dev.regulars.web.validation.ObjectId;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An invite to create.
 *
 * @param maxUses absent for one that any number of people may use
 * @param expiresAt absent for one that never expires
 * @param roleIds roles of whoever joins by it
 */
@Schema(examples = """
        {"maxUses": 10, "expiresAt": "2126-03-10T16:15:50.123Z", "roleIds": []}""")
record NewInvite(
        @Schema(description = "No bound when absent") @Min(1) @Max(1_000_000) @Nullable
        Integer maxUses,

        @Schema(description = "Never when absent") @Future @Nullable
        Instant expiresAt,

        @Schema(description = "Roles that whoever joins by it gets") @Size(max = 20) @Nullable
        List<@NotNull @ObjectId String> roleIds) {

    List<String> roles() {
        return roleIds == null ? List.of() : roleIds.stream().distinct().toList();
    }
}

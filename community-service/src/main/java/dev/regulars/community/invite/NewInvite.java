package dev.regulars.community.invite;

import dev.regulars.web.validation.ObjectId;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invite to create.
 *
 * @param maxUses absent for one that any number of people may use
 * @param expiresAt absent for one that never expires
 * @param roleIds roles of whoever joins by it
 */
record NewInvite(
        @Min(1) @Max(1_000_000) @Nullable Integer maxUses,
        @Future @Nullable Instant expiresAt,
        @Size(max = 20) @Nullable List<@NotNull @ObjectId String> roleIds) {

    List<String> roles() {
        return roleIds == null ? List.of() : roleIds.stream().distinct().toList();
    }
}

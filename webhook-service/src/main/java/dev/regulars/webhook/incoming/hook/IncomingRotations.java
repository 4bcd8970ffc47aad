package dev.regulars.webhook.incoming.hook;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.web.value.Secret;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Requests and answers of rotations. */
final class IncomingRotations {

    private static final String OVERLAP = "How long the old one is taken too; 24 when absent";
    private static final int DAY = 24;

    private IncomingRotations() {}

    /** For how long both hold. */
    @Schema(examples = "{\"overlapHours\": 24}")
    record ApiKeyRotation(
            @Schema(description = OVERLAP, defaultValue = "24") @Min(0) @Max(168) @Nullable
            Integer overlapHours) {}

    /** The next key. */
    @Schema(examples = "{\"overlapHours\": 24}")
    record IncomingKeyRotation(
            @Schema(description = "32 ASCII characters; generated and returned once where it is absent")
            @Size(min = 32, max = 32, message = "must be 32 ASCII characters")
            @Nullable
            Secret aesKey,

            @Schema(description = OVERLAP, defaultValue = "24") @Min(0) @Max(168) @Nullable
            Integer overlapHours) {}

    /** The new key of the calls. */
    record RotatedApiKey(
            Secret apiKey,

            @Schema(description = "Until then both are taken")
            Instant previousApiKeyExpiresAt) {}

    /** The new key of the encryption. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RotatedIncomingKey(
            @Schema(description = "Names the key") String keyId,

            @Schema(description = "Until then both are taken")
            Instant previousKeyExpiresAt,

            @Schema(description = "Generated key, in this answer only") @Nullable
            Secret aesKey) {}

    static Duration overlap(@Nullable Integer hours) {
        return Duration.ofHours(hours == null ? DAY : hours);
    }
}

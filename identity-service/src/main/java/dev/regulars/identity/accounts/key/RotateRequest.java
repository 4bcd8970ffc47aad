package dev.regulars.identity.accounts.key;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a key is rotated. */
@Schema(examples = """
        {"overlapHours": 48}""")
public record RotateRequest(
        @Schema(
                description =
                        "For how many hours the previous key can still be used; 24 when absent, 0 ends it at once")
        @Min(value = 0, message = "must be 0 or more")
        @Max(value = MOST_HOURS, message = "must be at most 168")
        @Nullable
        Integer overlapHours) {

    private static final int MOST_HOURS = 168;
    private static final Duration USUAL = Duration.ofHours(24);

    /** @param request absent where the call has no body */
    public static Duration overlap(@Nullable RotateRequest request) {
        return request == null || request.overlapHours() == null ? USUAL : Duration.ofHours(request.overlapHours());
    }
}

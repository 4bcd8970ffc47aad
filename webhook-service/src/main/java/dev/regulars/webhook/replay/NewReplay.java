package dev.regulars.webhook.replay;

import dev.regulars.webhook.delivery.DeliveryState;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Request to send deliveries again. */
@Schema(examples = """
        {"from": "2026-03-10T00:00:00.000Z", "to": "2026-03-11T00:00:00.000Z", "states": ["failed"], "dryRun": true}""")
record NewReplay(
        @Schema(description = "Deliveries created then or later") @NotNull
        Instant from,

        @Schema(description = "Deliveries created before") @NotNull
        Instant to,

        @Schema(description = "Only of these events; absent: of all") @Size(max = 100) @Nullable
        List<@NotNull String> events,

        @Schema(description = "Only those in these states, of `delivered` and `failed`; absent: both")
        @Size(min = 1)
        @Nullable
        List<@NotNull DeliveryState> states,

        @Schema(description = "How many are opened a second; 50 when absent", defaultValue = "50")
        @Min(1)
        @Max(1000)
        @Nullable
        Integer ratePerSecond,

        @Schema(description = "Whether to count only", defaultValue = "false") @Nullable
        Boolean dryRun) {

    boolean countsOnly() {
        return dryRun != null && dryRun;
    }
}

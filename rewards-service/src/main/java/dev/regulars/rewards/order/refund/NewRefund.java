package dev.regulars.rewards.order.refund;

import dev.regulars.web.validation.DisplayText;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Coins to give back (contract §3.17). */
@Schema(examples = """
        {"amount": 40, "reason": "A scratch"}""")
record NewRefund(
        @Schema(description = "Coins; all that is left when absent") @Min(1) @Nullable
        Long amount,

        @NotBlank @DisplayText @Size(max = 1_000) String reason) {}

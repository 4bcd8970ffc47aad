package dev.regulars.gamification.balance;

import dev.regulars.web.validation.DisplayText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an admin adds to balances or takes from them. */
@Schema(examples = """
        {"userId": "43", "changes": {"coins": 10}, "reason": "Won the quiz"}""")
record NewAdjustment(
        @NotBlank @Size(max = 24) @Schema(description = "Decimal userId or _id")
        String userId,

        @NotEmpty @Size(max = 10) @Schema(description = "By unit: what is added, or taken (negative)")
        Map<String, Long> changes,

        @NotBlank @Size(max = 500) @DisplayText String reason) {}

package dev.regulars.gamification.badge;

import dev.regulars.web.validation.DisplayName;
import dev.regulars.web.validation.DisplayText;
import dev.regulars.web.validation.WebUrl;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A badge as requests have it (contract §3.9 row 14). */
@Schema(examples = """
        {"title": "Helper", "action": "custom", "quantity": 1, "description": "Answers questions", "awarded": true,
         "award": true, "awardXpQuantity": 50, "awardCurrency": true, "awardCurrencyQuantity": 5, "attachRequired": false}""")
record BadgeBody(
        @NotBlank @DisplayName @Size(max = 100) String title,

        @NotBlank
        @DisplayName
        @Size(max = 50)
        @Schema(description = "What it is awarded for; custom: by hand and by rules")
        String action,

        @Min(0) @Max(1_000_000_000) @Nullable @Schema(description = "How often the action has to be done")
        Integer quantity,

        @WebUrl @Size(max = 2_000) @Nullable String image,

        @Nullable @Schema(description = "Whether it can be applied for")
        Boolean applied,

        @Nullable @Schema(description = "Whether it can be awarded")
        Boolean awarded,

        @DisplayText @Size(max = 1_000) @Nullable String description,
        @WebUrl @Size(max = 2_000) @Nullable String darkImage,
        @WebUrl @Size(max = 2_000) @Nullable String lightImage,

        @Nullable @Schema(description = "Whether dark and light pages show an image of their own")
        Boolean enabledDarkAndLight,

        @Nullable @Schema(description = "Whether XP comes with it; by default where there is an amount")
        Boolean award,

        @Nullable @Schema(description = "Whether coins come with it; by default where there is an amount")
        Boolean awardCurrency,

        @Min(0) @Max(1_000_000_000) @Nullable @Schema(description = "XP that come with it")
        Integer awardXpQuantity,

        @Min(0) @Max(1_000_000_000) @Nullable @Schema(description = "Coins that come with it")
        Integer awardCurrencyQuantity,

        @Nullable @Schema(description = "Whether an application needs an attachment")
        Boolean attachRequired,

        @Nullable
        @Schema(
                description =
                        "How often a member can have it: once (for ever), or once in each daily, weekly, monthly or"
                                + " yearly period")
        Period period,

        @Nullable
        @Schema(description = "What becomes of the bonus when the badge is removed: keep (by default) or takeBack")
        OnRemove onRemove) {}

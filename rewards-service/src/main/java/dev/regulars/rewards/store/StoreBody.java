package dev.regulars.rewards.store;

import dev.regulars.web.validation.DisplayName;
import dev.regulars.web.validation.DisplayText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The configuration of a store (contract §3.12); what is left out stays as it is. */
@Schema(examples = """
        {"isEnabled": true, "title": "Rook shop", "description": "Rewards for regulars",
         "cover": {"type": "color", "value": "#3EA1FD"}, "currency": {"name": "Coins", "symbol": "C"},
         "widget": {"isEnabled": false}}""")
record StoreBody(
        @Schema(description = "Whether members can buy") @Nullable
        Boolean isEnabled,

        @DisplayName @Size(min = 1, max = 100) @Nullable String title,
        @DisplayText @Size(max = 2_000) @Nullable String description,
        @Valid @Nullable CoverBody cover,

        @Schema(description = "What members call the coins") @Valid @Nullable
        CurrencyBody currency,

        @Schema(description = "Id of the widget that shows the store") @Size(min = 1, max = 100) @Nullable
        String widgetID,

        @Valid @Nullable WidgetBody widget) {

    /** What is behind the title. */
    record CoverBody(
            @Schema(description = "`image` or `color`") @NotBlank @Size(max = 20)
            String type,

            @Schema(description = "URL of the image, or the colour") @NotBlank @DisplayName @Size(max = 2_048)
            String value) {}

    record CurrencyBody(
            @NotBlank @DisplayName @Size(max = 50) String name,
            @NotBlank @DisplayName @Size(max = 10) String symbol) {}

    /** Whether the store can be embedded. */
    record WidgetBody(boolean isEnabled) {}
}

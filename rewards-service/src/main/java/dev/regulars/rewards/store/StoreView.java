package dev.regulars.rewards.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The configuration of a store as the API shows it (contract §3.12). */
@Schema(examples = """
        {"_id": "66b1f0e9a4d3e5f60718293b", "communityID": "66b1f0e9a4d3e5f60718293b", "isEnabled": true,
         "title": "Rook shop", "description": "Rewards for regulars", "cover": {"type": "color", "value": "#3EA1FD"},
         "currency": {"name": "Coins", "symbol": "C"}, "widgetID": null, "widget": {"isEnabled": false},
         "createdAt": "2026-03-10T16:15:50.123Z", "updatedAt": "2026-03-10T16:15:51.456Z"}""")
public record StoreView(
        String _id,
        String communityID,

        @Schema(description = "Whether members can buy") @JsonProperty("isEnabled")
        boolean isEnabled,

        String title,
        String description,
        CoverView cover,

        @Schema(description = "What members call the coins") CurrencyView currency,

        @Schema(description = "Id of the widget that shows the store") @Nullable
        String widgetID,

        WidgetView widget,
        Instant createdAt,
        Instant updatedAt) {

    /** What is behind the title. */
    public record CoverView(
            @Schema(description = "`image` or `color`") String type,

            @Schema(description = "URL of the image, or the colour")
            String value) {}

    /** Name and symbol of the coins. */
    public record CurrencyView(String name, String symbol) {}

    /** Whether the store can be embedded. */
    public record WidgetView(@JsonProperty("isEnabled") boolean isEnabled) {}

    static StoreView of(StoreDocument store) {
        return new StoreView(
                store.id,
                store.communityId.id(),
                store.enabled,
                store.title,
                store.description,
                new CoverView(store.coverType, store.coverValue),
                new CurrencyView(store.currencyName, store.currencySymbol),
                store.widgetId,
                new WidgetView(store.widgetEnabled),
                store.createdAt,
                store.updatedAt);
    }
}

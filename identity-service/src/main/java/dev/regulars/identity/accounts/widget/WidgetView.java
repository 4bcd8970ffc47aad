package dev.regulars.identity.accounts.widget;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A widget as those who manage it see it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(examples = """
        {"_id": "66b1f20aa4d3e5f607182950", "type": "store", "name": "Rewards", "channelId": null, "leaderboardId": null,
         "auth": "accessKey", "dataAttributes": ["data-email"], "origins": ["https://www.example.com"], "url": null,
         "links": [], "isEnabled": true, "createdAt": "2026-03-10T16:15:50.123Z", "updatedAt": "2026-03-10T16:15:50.123Z"}""")
record WidgetView(
        String _id,
        WidgetType type,
        String name,

        @Schema(description = "`_id` of the channel that it shows; null where the page chooses") @Nullable
        String channelId,

        @Schema(description = "`_id` of the leaderboard that it shows; null where the page chooses") @Nullable
        String leaderboardId,

        @Schema(description = "How its visitors are identified")
        WidgetAuth auth,

        @Schema(description = "Attributes of the page that identify its visitor")
        List<String> dataAttributes,

        @Schema(description = "Sites that may show it") List<String> origins,

        @Schema(description = "The https page that a custom widget shows") @Nullable
        String url,

        @Schema(description = "What a social widget shows") List<WidgetLink> links,

        @Schema(description = "Whether it can be used") boolean isEnabled,
        Instant createdAt,
        Instant updatedAt) {

    static WidgetView of(WidgetDocument widget) {
        return new WidgetView(
                widget.id,
                widget.type,
                widget.name,
                widget.channelId,
                widget.leaderboardId,
                widget.auth,
                widget.dataAttributes,
                widget.origins,
                widget.url,
                widget.links,
                widget.isEnabled,
                widget.createdAt,
                widget.updatedAt);
    }
}

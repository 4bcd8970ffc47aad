package dev.regulars.identity.accounts.widget;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A widget as its page needs it; everybody may read it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(examples = """
        {"widgetId": "66b1f20aa4d3e5f607182950", "communityId": "66b1f0d3a4d3e5f607182930", "type": "store",
         "name": "Rewards", "auth": "accessKey", "channelId": null, "leaderboardId": null, "url": null, "links": [],
         "dataAttributes": ["data-email"], "origins": ["https://www.example.com"]}""")
public record PublicWidget(
        String widgetId,
        String communityId,
        WidgetType type,
        String name,

        @Schema(description = "How its visitors are identified")
        WidgetAuth auth,

        @Schema(description = "`_id` of the channel that it shows; null where the page chooses") @Nullable
        String channelId,

        @Schema(description = "`_id` of the leaderboard that it shows; null where the page chooses") @Nullable
        String leaderboardId,

        @Schema(description = "The https page that a custom widget shows") @Nullable
        String url,

        @Schema(description = "What a social widget shows") List<WidgetLink> links,

        @Schema(description = "Attributes of the page that identify its visitor")
        List<String> dataAttributes,

        @Schema(description = "Sites that may show it") List<String> origins) {

    public static PublicWidget of(WidgetDocument widget) {
        return new PublicWidget(
                widget.id,
                widget.communityId.id(),
                widget.type,
                widget.name,
                widget.auth,
                widget.channelId,
                widget.leaderboardId,
                widget.url,
                widget.links,
                widget.dataAttributes,
                widget.origins);
    }
}

package dev.regulars.identity.accounts.widget;

import static java.util.Objects.requireNonNull;

import dev.regulars.web.validation.DisplayName;
import dev.regulars.web.validation.ObjectId;
import dev.regulars.web.validation.WebUrl;
import dev.regulars.web.value.Patch;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is asked about widgets. */
final class WidgetRequests {

    private static final String ATTRIBUTE = "data-[a-z0-9][a-z0-9_-]{0,62}";
    private static final String ATTRIBUTE_RULE = "must begin with data- and have only a-z, 0-9, - and _";
    private static final String CHANNEL = "`_id` of the channel that it shows; absent where the page chooses";
    private static final String BOARD = "`_id` of the leaderboard that it shows; absent where the page chooses";
    private static final String ATTRIBUTES =
            "Attributes of the page that identify its visitor, such as data-customer-id";
    private static final String ORIGINS =
            "Sites that may show it, such as https://www.example.com; none: only our own pages";
    private static final String URL = "The https page that a custom widget shows";
    private static final String LINKS = "What a social widget shows";

    private WidgetRequests() {}

    /** A widget to create. */
    @Schema(examples = """
            {"type": "store", "name": "Rewards", "auth": "accessKey", "dataAttributes": ["data-email"],
             "origins": ["https://www.example.com"]}""")
    record NewWidget(
            @NotNull WidgetType type,

            @NotBlank @Size(max = 100) @DisplayName @Schema(description = "For people; it need not be unique")
            String name,

            @ObjectId @Nullable @Schema(description = CHANNEL)
            String channelId,

            @ObjectId @Nullable @Schema(description = BOARD) String leaderboardId,

            @NotNull @Schema(description = "How its visitors are identified")
            WidgetAuth auth,

            @Size(max = 20) @Nullable @Schema(description = ATTRIBUTES)
            List<@NotNull @Pattern(regexp = ATTRIBUTE, message = ATTRIBUTE_RULE) String> dataAttributes,

            @Size(max = 50) @Nullable @Schema(description = ORIGINS)
            List<@NotNull @Size(max = 300) String> origins,

            @WebUrl @Size(max = 2_000) @Nullable @Schema(description = URL)
            String url,

            @Size(max = 20) @Nullable @Schema(description = LINKS)
            List<@Valid @NotNull WidgetLink> links,

            @Nullable @Schema(description = "Whether it can be used; true by default")
            Boolean isEnabled) {}

    /** What of a widget is changed; its type stays. */
    @Schema(examples = """
            {"name": "Our rewards", "origins": ["https://www.example.com", "https://shop.example.com"]}""")
    record WidgetPatch(
            Patch<@NotBlank @Size(max = 100) @DisplayName String> name,
            @Schema(description = CHANNEL) Patch<@ObjectId String> channelId,
            @Schema(description = BOARD) Patch<@ObjectId String> leaderboardId,
            Patch<@NotNull WidgetAuth> auth,

            @Schema(description = ATTRIBUTES)
            Patch<@Size(max = 20) List<@NotNull @Pattern(regexp = ATTRIBUTE, message = ATTRIBUTE_RULE) String>>
                    dataAttributes,

            @Schema(description = ORIGINS) Patch<@Size(max = 50) List<@NotNull @Size(max = 300) String>> origins,

            @Schema(description = URL) Patch<@WebUrl @Size(max = 2_000) String> url,

            @Schema(description = LINKS) Patch<@Size(max = 20) List<@Valid @NotNull WidgetLink>> links,

            @Schema(description = "Whether it can be used") Patch<@NotNull Boolean> isEnabled) {

        NewWidget over(WidgetDocument widget) {
            return new NewWidget(
                    widget.type,
                    requireNonNull(name.orElse(widget.name)),
                    channelId.orElse(widget.channelId),
                    leaderboardId.orElse(widget.leaderboardId),
                    requireNonNull(auth.orElse(widget.auth)),
                    dataAttributes.orElse(widget.dataAttributes),
                    origins.orElse(widget.origins),
                    url.orElse(widget.url),
                    links.orElse(widget.links),
                    isEnabled.orElse(widget.isEnabled));
        }
    }
}

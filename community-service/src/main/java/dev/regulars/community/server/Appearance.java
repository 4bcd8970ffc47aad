package dev.regulars.community.server;

import dev.regulars.web.validation.DisplayName;
import dev.regulars.web.validation.DisplayText;
import dev.regulars.web.validation.HostName;
import dev.regulars.web.validation.WebUrl;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a community is called and what it shows (contract §3.12). A request changes what it names. */
final class Appearance {

    private Appearance() {}

    /** Name and addresses. */
    @Schema(examples = """
            {"name": "Chess club", "uri": "chess-club", "domain": "chess.example.com"}""")
    record CommunityNames(
            @DisplayName @Size(min = 1, max = 100) @Nullable String name,

            @Pattern(regexp = "[a-z0-9-]{1,100}", message = "must be 1 to 100 lower-case letters, digits and hyphens")
            @Nullable
            String uri,

            @HostName @Nullable String domain) {}

    /**
     * What strangers and members see.
     *
     * @param guestModeEnabled whether strangers may look around
     */
    @Schema(examples = """
            {"preview": {"isEnabled": true, "title": "Chess club", "description": "Openings and endings", "image": null},
             "membersListVisible": true, "guestModeEnabled": false}""")
    record CommunityMeta(
            @Schema(description = "What links to the community show") @Valid @Nullable
            PreviewBody preview,

            @Schema(description = "Whether members see the list of members") @Nullable
            Boolean membersListVisible,

            @Schema(description = "Whether strangers may look in") @Nullable
            Boolean guestModeEnabled) {

        static CommunityMeta of(ServerDocument server) {
            var preview = server.preview;
            return new CommunityMeta(
                    preview == null
                            ? new PreviewBody(false, null, null, null)
                            : new PreviewBody(
                                    preview.isEnabled(), preview.title(), preview.description(), preview.image()),
                    server.membersListVisible,
                    server.guestModeEnabled);
        }
    }

    /** What strangers see of a community. */
    record PreviewBody(
            @Schema(description = "Whether it is shown") @NotNull
            Boolean isEnabled,

            @Schema(description = "Headline of the preview") @DisplayName @Size(max = 100) @Nullable
            String title,

            @DisplayText @Size(max = 2_000) @Nullable String description,
            @WebUrl @Size(max = 2_048) @Nullable String image) {

        ServerDocument.Preview stored() {
            return new ServerDocument.Preview(isEnabled, title, description, image);
        }
    }
}

package dev.regulars.community.server;

import dev.regulars.web.validation.DisplayName;
import dev.regulars.web.validation.DisplayText;
import dev.regulars.web.validation.HostName;
import dev.regulars.web.validation.WebUrl;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What makes a community (contract §3.16).
 *
 * @param timezone IANA name, {@code UTC} by default; days of the community begin there
 */
@Schema(examples = """
        {"name": "Chess club", "uri": "chess-club", "domain": "chess.example.com",
         "description": "Openings, endings and a tournament every month",
         "image": "https://chess.example.com/logo.png", "timezone": "Europe/Lisbon"}""")
record NewServer(
        @Schema(description = "Shown to everybody") @NotBlank @DisplayName @Size(max = 100)
        String name,

        @Schema(description = "Short name in addresses, unique on the installation")
        @Pattern(regexp = "[a-z0-9-]{1,100}", message = "must be 1 to 100 lower-case letters, digits and hyphens")
        @Nullable
        String uri,

        @Schema(description = "Own host name of the community, unique on the installation") @HostName @Nullable
        String domain,

        @DisplayText @Size(max = 2_000) @Nullable String description,

        @Schema(description = "URL of a picture") @WebUrl @Size(max = 2_048) @Nullable
        String image,

        @Schema(description = "IANA name; days of the community begin in it") @Nullable
        String timezone) {}

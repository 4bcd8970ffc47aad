package dev.regulars.community.channel;

import dev.regulars.web.validation.DisplayName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A channel as a request describes it (contract §3.9 rows 1 and 2).
 *
 * @param topic its name
 * @param url of an iframe channel, and of no other: https, with a public host name; {@code {userId}}, {@code {username}} and
 *     {@code {email}} in it stand for the reader's
 */
@Schema(examples = """
        {"topic": "General", "channelType": "open"}""")
record ChannelBody(
        @Schema(description = "Its name") @NotBlank @DisplayName @Size(max = 100)
        String topic,

        @Schema(description = "What the channel is for; it cannot be changed") @NotNull
        ChannelType channelType,

        @Schema(
                description =
                        "Only and always with type `iframe`: https, with a public host name; `{userId}`, `{username}` and `{email}` stand for the reader's")
        @Size(min = 1, max = 2_048)
        @Nullable
        String url) {}

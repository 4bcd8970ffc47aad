package dev.regulars.messaging.message.forum;

import dev.regulars.web.validation.DisplayName;
import dev.regulars.web.validation.WebUrl;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A topic, and its first message where there is one (contract §3.3.7). */
@Schema(examples = """
        {"title": "Openings", "sender": "ana@example.com", "message": "Which one do you play?"}""")
record NewTopic(
        @NotBlank @DisplayName @Size(max = 200) String title,

        @Schema(
                description =
                        "Username or e-mail address of the author; required with a community's key, oneself with a token or key of a user")
        @Nullable
        @Size(max = 254)
        String sender,

        @Schema(description = "The text of the first message", maxLength = 10_000) @Nullable
        String message,

        @Schema(description = "Addresses of its images") @Nullable @Size(max = 10)
        List<@NotNull @WebUrl @Size(max = 2_000) String> images) {

    boolean hasMessage() {
        return (message != null && !message.isBlank()) || (images != null && !images.isEmpty());
    }
}

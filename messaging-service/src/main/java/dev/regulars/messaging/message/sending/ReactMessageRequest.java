package dev.regulars.messaging.message.sending;

import dev.regulars.web.validation.ObjectId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A reaction to a message (contract §3.3.3). */
@Schema(examples = """
        {"messageId": "66b1f2c3a4d3e5f607182951", "emoji": ":sparkling_heart:", "sender": "ana@example.com"}""")
record ReactMessageRequest(
        @NotNull @ObjectId String messageId,

        @Schema(description = "The emoji's shortcode") @NotBlank @Size(max = 100)
        String emoji,

        @Schema(
                description =
                        "Username or e-mail address of whoever reacts; required with a community's key, oneself with a token or key of a user")
        @Nullable
        @Size(max = 254)
        String sender) {}

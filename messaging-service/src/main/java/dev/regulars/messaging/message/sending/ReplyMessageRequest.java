package dev.regulars.messaging.message.sending;

import dev.regulars.web.validation.ObjectId;
import dev.regulars.web.validation.WebUrl;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A reply to a message (contract §3.3.2). */
@Schema(examples = """
        {"messageId": "66b1f2c3a4d3e5f607182951", "message": "Welcome!", "sender": "ana@example.com"}""")
record ReplyMessageRequest(
        @NotNull @ObjectId String messageId,

        @Schema(description = "The text; optional where there are images", maxLength = 10_000) @Nullable
        String message,

        @Schema(description = "Addresses of images; they are shown, never fetched") @Nullable @Size(max = 10)
        List<@NotNull @WebUrl @Size(max = 2_000) String> images,

        @Schema(
                description =
                        "Username or e-mail address of the author; required with a community's key, oneself with a token or key of a user")
        @Nullable
        @Size(max = 254)
        String sender,

        @Schema(
                description =
                        "The client's own name of the message: under one name a sender sends one message, however often it is repeated. The same as `Idempotency-Key`")
        @Nullable
        @Size(min = 1, max = 255)
        String clientMessageId) {}

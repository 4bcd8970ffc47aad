package dev.regulars.messaging.message.editing;

import dev.regulars.web.validation.WebUrl;
import dev.regulars.web.value.Patch;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What becomes of a message (contract §3.17); a member that is absent stays as it was. */
@Schema(examples = """
        {"message": "Hello, everybody!", "sender": "ana@example.com"}""")
record EditMessageRequest(
        @Schema(description = "The text", maxLength = 10_000)
        Patch<String> message,

        @Schema(description = "Addresses of images")
        Patch<@Size(max = 10) List<@NotNull @WebUrl @Size(max = 2_000) String>> images,

        @Schema(description = "The author; required with a community's key") @Nullable @Size(max = 254)
        String sender) {}

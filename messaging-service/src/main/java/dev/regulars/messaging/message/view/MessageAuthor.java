package dev.regulars.messaging.message.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who wrote something. */
public record MessageAuthor(
        @Schema(description = "Decimal id") String user_id,

        @Schema(description = "Shown to keys of the community, admins and the author")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String email) {}

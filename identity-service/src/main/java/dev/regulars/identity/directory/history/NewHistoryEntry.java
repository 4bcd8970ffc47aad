package dev.regulars.identity.directory.history;

import dev.regulars.web.validation.ObjectId;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A value to set, now or at an earlier time. */
@Schema(name = "CreateUserFieldHistoryRequest", examples = """
        {"fieldId": "66b1f2a8a4d3e5f607182951", "value": 1250.5}""")
record NewHistoryEntry(
        @Schema(description = "`_id` of the custom field") @NotNull @ObjectId
        String fieldId,

        @Schema(description = "A number, a text, a date or a boolean, as the field's type wants it") @NotNull
        Object value,

        @Schema(
                description = "When it was so. A time before the field's last change only adds to the history; "
                        + "now when absent")
        @Nullable
        Instant createdAt) {}

package dev.regulars.identity.directory.field;

import dev.regulars.web.validation.DisplayName;
import dev.regulars.web.validation.DisplayText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a custom field is from now on; what is absent beside name and type stays. */
@Schema(examples = """
        {"name": "Deposit in euros", "type": "numerical"}""")
record UpdateUserFieldPayload(
        @Schema(description = "Another database name; the former one stays usable in requests")
        @Size(min = 1, max = 50)
        @Nullable
        String field,

        @Schema(description = "What people read") @NotBlank @DisplayName @Size(max = 100)
        String name,

        @Schema(
                description = "`number` and `text` are older names of `numerical` and `single-line-text`",
                enumeration = {
                    "numerical",
                    "single-line-text",
                    "multi-line-text",
                    "date",
                    "boolean",
                    "select",
                    "number",
                    "text"
                })
        @NotBlank
        String type,

        @DisplayText @Size(max = 2_000) @Nullable String description,

        @Schema(description = "Whether a value cannot be removed") @Nullable
        Boolean required,

        @Schema(description = "What members have who were given nothing else") @Nullable
        Object defaultValue,

        @Schema(description = "Of a select: what it may hold") @Size(min = 1, max = 100) @Nullable
        List<@NotNull @NotBlank @DisplayName @Size(max = 100) String> options) {}

package dev.regulars.identity.directory.field;

import dev.regulars.web.validation.DisplayName;
import dev.regulars.web.validation.DisplayText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A custom field to create, in all forms that the API ever had (contract §3.8.4). */
@Schema(name = "CreateUserFieldRequest", examples = """
        {"field": "deposit amount", "name": "Deposit amount", "type": "numerical"}""")
record NewUserField(
        @Schema(
                description = "Database name: letters, digits, hyphens and underscores; spaces become hyphens. "
                        + "Made of the name when absent")
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

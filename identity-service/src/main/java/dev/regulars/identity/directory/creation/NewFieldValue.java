package dev.regulars.identity.directory.creation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A value of a custom field for a new user (contract §3.1.3). */
@Schema(examples = """
        {"fieldIdorName": "deposit", "value": 250}""")
public record NewFieldValue(
        @Schema(description = "Id, database name or name of the field") @NotBlank @Size(max = 100)
        String fieldIdorName,

        @Schema(description = "Of the field's type; null for none") @Nullable
        Object value) {}

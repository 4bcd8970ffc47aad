package dev.regulars.rewards.category;

import dev.regulars.web.validation.DisplayName;
import dev.regulars.web.validation.DisplayText;
import dev.regulars.web.validation.WebUrl;
import dev.regulars.web.value.Patch;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new category. */
@Schema(examples = """
        {"name": "Vouchers", "description": "Codes of our partners", "order": 1}""")
record CategoryBody(
        @NotBlank @DisplayName @Size(max = 100) String name,
        @DisplayText @Size(max = 2_000) @Nullable String description,
        @WebUrl @Size(max = 2_048) @Nullable String image,

        @Schema(description = "Categories with lower numbers come first; 0 when absent")
        @Min(0)
        @Max(1_000_000)
        @Nullable
        Integer order) {

    /** What is changed of a category. */
    @Schema(name = "CategoryPatch", examples = """
            {"name": "Gift cards"}""")
    record CategoryPatch(
            Patch<@NotBlank @DisplayName @Size(max = 100) String> name,
            Patch<@DisplayText @Size(max = 2_000) String> description,
            Patch<@WebUrl @Size(max = 2_048) @Nullable String> image,

            @Schema(description = "Categories with lower numbers come first")
            Patch<@NotNull @Min(0) @Max(1_000_000) Integer> order) {}
}

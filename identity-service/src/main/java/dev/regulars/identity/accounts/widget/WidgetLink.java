package dev.regulars.identity.accounts.widget;

import dev.regulars.web.validation.DisplayName;
import dev.regulars.web.validation.WebUrl;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the community elsewhere, as a social widget shows it. */
public record WidgetLink(
        @Schema(description = "What people read") @NotBlank @Size(max = 100) @DisplayName
        String name,

        @Schema(description = "Where it leads") @NotNull @WebUrl @Size(max = 2_000)
        String url) {}

package dev.regulars.rewards.status;

import dev.regulars.web.validation.DisplayName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A redemption status as a request describes it (contract §3.5.2). */
@Schema(examples = """
        {"name": "Shipping", "category": "incomplete", "color": "#3EA1FD"}""")
record StatusBody(
        @NotBlank @DisplayName @Size(max = 100) String name,

        @Schema(description = "What it means: an order that is `cancelled` gives back coins and stock, and stays so")
        @NotNull
        StatusCategory category,

        @NotBlank @Pattern(regexp = "#[0-9A-Fa-f]{6}", message = "must be a colour such as #3EA1FD")
        String color) {}

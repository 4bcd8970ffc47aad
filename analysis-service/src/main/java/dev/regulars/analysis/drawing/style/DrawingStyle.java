package dev.regulars.analysis.drawing.style;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a drawing looks; what is absent is left to whoever draws. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DrawingStyle(
        @Colour @Nullable String fillColor,
        @Colour @Nullable String borderColor,
        @Colour @Nullable String color,

        @Schema(description = "In pixels") @Min(1) @Max(20) @Nullable
        Integer lineWidth,

        @Nullable LineStyle lineStyle) {}

package dev.regulars.analysis.drawing;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A place on the chart. */
public record Coordinate(
        @NotNull Instant time,

        @Schema(description = "In the unit of the chart's symbol; up to 15 digits on each side of the point")
        @NotNull
        @Digits(integer = 15, fraction = 15)
        BigDecimal price) {}

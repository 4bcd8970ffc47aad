package dev.regulars.analysis.drawing;

import dev.regulars.analysis.drawing.style.DrawingStyle;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.jspecify.annotations.Nullable;

/** Levels between the prices of two points. */
@Schema(
        requiredProperties = {"type", "points"},
        properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "FIBONACCI_RETRACEMENT"))
record FibonacciRetracementDrawing(
        @ClientObjectId @Nullable String clientObjectId,

        @NotNull @Size(min = 2, max = 2, message = "must have 2 points")
        List<@Valid @NotNull Coordinate> points,

        @Valid @Nullable DrawingStyle style)
        implements Drawing {

    @Override
    public DrawingType type() {
        return DrawingType.FIBONACCI_RETRACEMENT;
    }
}

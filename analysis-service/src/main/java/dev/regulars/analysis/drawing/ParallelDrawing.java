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

/** A channel: a line through the first two points, and one parallel to it through the third. */
@Schema(
        requiredProperties = {"type", "points"},
        properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "PARALLEL"))
record ParallelDrawing(
        @ClientObjectId @Nullable String clientObjectId,

        @NotNull @Size(min = 3, max = 3, message = "must have 3 points")
        List<@Valid @NotNull Coordinate> points,

        @Valid @Nullable DrawingStyle style)
        implements Drawing {

    @Override
    public DrawingType type() {
        return DrawingType.PARALLEL;
    }
}

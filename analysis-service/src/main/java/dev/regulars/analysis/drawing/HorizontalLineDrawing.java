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

/** At the price of its point, over the whole width. */
@Schema(
        requiredProperties = {"type", "points"},
        properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "HORIZONTAL_LINE"))
record HorizontalLineDrawing(
        @ClientObjectId @Nullable String clientObjectId,

        @NotNull @Size(min = 1, max = 1, message = "must have 1 point")
        List<@Valid @NotNull Coordinate> points,

        @Valid @Nullable DrawingStyle style)
        implements Drawing {

    @Override
    public DrawingType type() {
        return DrawingType.HORIZONTAL_LINE;
    }
}

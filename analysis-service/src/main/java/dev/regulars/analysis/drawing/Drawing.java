package dev.regulars.analysis.drawing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.regulars.analysis.drawing.style.DrawingStyle;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A drawing as a request describes it: {@code type} says which one it is. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "RECTANGLE", value = RectangleDrawing.class),
    @JsonSubTypes.Type(name = "LINE", value = LineDrawing.class),
    @JsonSubTypes.Type(name = "HORIZONTAL_LINE", value = HorizontalLineDrawing.class),
    @JsonSubTypes.Type(name = "PARALLEL", value = ParallelDrawing.class),
    @JsonSubTypes.Type(name = "FIBONACCI_RETRACEMENT", value = FibonacciRetracementDrawing.class)
})
@Schema(
        oneOf = {
            RectangleDrawing.class,
            LineDrawing.class,
            HorizontalLineDrawing.class,
            ParallelDrawing.class,
            FibonacciRetracementDrawing.class
        },
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "RECTANGLE", schema = RectangleDrawing.class),
            @DiscriminatorMapping(value = "LINE", schema = LineDrawing.class),
            @DiscriminatorMapping(value = "HORIZONTAL_LINE", schema = HorizontalLineDrawing.class),
            @DiscriminatorMapping(value = "PARALLEL", schema = ParallelDrawing.class),
            @DiscriminatorMapping(value = "FIBONACCI_RETRACEMENT", schema = FibonacciRetracementDrawing.class)
        })
public sealed interface Drawing
        permits RectangleDrawing, LineDrawing, HorizontalLineDrawing, ParallelDrawing, FibonacciRetracementDrawing {

    @JsonIgnore
    DrawingType type();

    @Nullable
    String clientObjectId();

    List<Coordinate> points();

    @Nullable
    DrawingStyle style();
}

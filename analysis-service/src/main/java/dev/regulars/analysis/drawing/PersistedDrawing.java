package dev.regulars.analysis.drawing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.analysis.drawing.style.DrawingStyle;
import dev.regulars.analysis.drawing.style.LineHead;
import dev.regulars.events.analysis.AnalysisFacts;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A drawing with the id that it was given: as it is stored, and as answers show it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PersistedDrawing")
public record PersistedDrawing(
        @Schema(description = "What links in texts are remapped to")
        String _id,

        DrawingType type,

        @Schema(description = "The name that its client gave it") @Nullable
        String clientObjectId,

        List<Coordinate> points,

        @Schema(description = "Of a `LINE` only") @Nullable LineHead startHead,
        @Schema(description = "Of a `LINE` only") @Nullable LineHead endHead,
        @Nullable DrawingStyle style) {

    public static PersistedDrawing of(String id, Drawing drawing) {
        LineDrawing line = drawing instanceof LineDrawing one ? one : null;
        return new PersistedDrawing(
                id,
                drawing.type(),
                drawing.clientObjectId(),
                drawing.points(),
                line == null ? null : line.startHead(),
                line == null ? null : line.endHead(),
                drawing.style());
    }

    public boolean isCalled(@Nullable String clientObjectId) {
        return clientObjectId != null && clientObjectId.equals(this.clientObjectId);
    }

    /** As events tell of it. */
    public AnalysisFacts.Drawing fact() {
        return new AnalysisFacts.Drawing(
                _id,
                type.name(),
                clientObjectId,
                points.stream()
                        .map(point -> new AnalysisFacts.Point(point.time(), point.price()))
                        .toList(),
                startHead == null ? null : startHead.name(),
                endHead == null ? null : endHead.name(),
                style == null ? null : fact(style));
    }

    private static AnalysisFacts.Style fact(DrawingStyle style) {
        return new AnalysisFacts.Style(
                style.fillColor(),
                style.borderColor(),
                style.color(),
                style.lineWidth(),
                style.lineStyle() == null ? null : style.lineStyle().name());
    }
}

package dev.regulars.analysis.drawing;

import static java.util.Objects.requireNonNullElse;

import dev.regulars.analysis.drawing.style.DrawingStyle;
import dev.regulars.analysis.drawing.style.LineHead;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.value.Patch;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What changes in one drawing (contract §3.17); its type stays. */
@Schema(examples = """
        {"sender": "ana@example.com", "style": {"color": "#E53935", "lineWidth": 2}}""")
public record DrawingPatch(
        @Schema(description = "E-mail address or username of the member who changes it") @NotBlank @Size(max = 320)
        String sender,

        @Schema(description = "The name that links in texts use") @ClientObjectId @Nullable
        String clientObjectId,

        @Schema(description = "All points, as many as the type has") @Size(min = 1, max = 3) @Nullable
        List<@Valid @NotNull Coordinate> points,

        @Schema(description = "Of a `LINE` only") @Nullable LineHead startHead,
        @Schema(description = "Of a `LINE` only") @Nullable LineHead endHead,

        @Schema(description = "The whole style; `null` removes it")
        Patch<@Valid @Nullable DrawingStyle> style) {

    /** Which drawing was changed. */
    @Schema(examples = """
            {"analysisId": "66b1f4d5a4d3e5f6071829aa", "drawingId": "66b1f4d5a4d3e5f6071829ab"}""")
    public record UpdatedDrawing(String analysisId, String drawingId) {}

    public PersistedDrawing applyTo(PersistedDrawing before) {
        if (points != null && points.size() != before.points().size()) {
            throw Refusal.invalid("points", "must have " + before.points().size() + " for a " + before.type());
        }
        if ((startHead != null || endHead != null) && before.type() != DrawingType.LINE) {
            throw Refusal.invalid(startHead != null ? "startHead" : "endHead", "is for drawings of type LINE only");
        }
        return new PersistedDrawing(
                before._id(),
                before.type(),
                clientObjectId == null ? before.clientObjectId() : clientObjectId,
                requireNonNullElse(points, before.points()),
                startHead == null ? before.startHead() : startHead,
                endHead == null ? before.endHead() : endHead,
                style.orElse(before.style()));
    }
}

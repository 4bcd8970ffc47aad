package dev.regulars.analysis.chart;

import dev.regulars.analysis.drawing.Drawing;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Drawings to add to an analysis (contract §3.6.3). */
@Schema(examples = """
        {"sender": "ana@example.com",
         "drawings": [{"type": "HORIZONTAL_LINE", "clientObjectId": "target",
                       "points": [{"time": "2026-03-10T16:00:00.000Z", "price": 1.285}],
                       "style": {"color": "#43A047", "lineWidth": 2, "lineStyle": "DASHED"}}]}""")
record AppendDrawingsRequest(
        @Schema(description = "E-mail address or username of the member who adds them") @NotBlank @Size(max = 320)
        String sender,

        @NotNull @Size(min = 1, max = 200) List<@Valid @NotNull Drawing> drawings) {

    /** Ids of the drawings, in their order. */
    @Schema(examples = """
            {"analysisId": "66b1f4d5a4d3e5f6071829aa", "drawingIds": ["66b1f4d5a4d3e5f6071829ab"]}""")
    record AppendedDrawings(String analysisId, List<String> drawingIds) {}
}

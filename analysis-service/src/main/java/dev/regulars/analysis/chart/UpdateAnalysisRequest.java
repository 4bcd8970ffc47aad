package dev.regulars.analysis.chart;

import dev.regulars.analysis.drawing.Drawing;
import dev.regulars.analysis.metadata.Levels;
import dev.regulars.analysis.metadata.MetadataPatch;
import dev.regulars.web.value.Patch;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What changes in an analysis (contract §3.6.2). */
@Schema(examples = """
        {"sender": "ana@example.com", "metadata": {"title": "Breakout confirmed"}}""")
record UpdateAnalysisRequest(
        @Schema(description = "E-mail address or username of the member who changes it") @NotBlank @Size(max = 320)
        String sender,

        @Valid @Nullable MetadataPatch metadata,

        @Schema(description = "Replaces all levels; `null` removes them")
        Patch<@Valid @Nullable Levels> levels,

        @Schema(description = "Replaces all drawings; one whose `clientObjectId` stays keeps its id")
        @Size(max = 200)
        @Nullable
        List<@Valid @NotNull Drawing> drawings) {

    /** What was changed: names of members of {@code metadata}, {@code levels}, {@code drawings}. */
    @Schema(examples = """
            {"analysisId": "66b1f4d5a4d3e5f6071829aa", "updatedFields": ["title"]}""")
    record UpdatedAnalysis(String analysisId, List<String> updatedFields) {}
}

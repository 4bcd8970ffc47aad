package dev.regulars.webhook.payload.body;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.events.analysis.AnalysisFacts;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An analysis, in the bodies of deliveries: the body that created it, and its id (contract 3.6.1, 4.1). */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PublishedAnalysis")
public record AnalysisBody(
        @Schema(description = "`_id` of the analysis") String analysisId,
        String channelId,

        @Schema(description = "The author, as the request named them")
        String sender,

        AnalysisFacts.Metadata metadata,
        AnalysisFacts.@Nullable Levels levels,
        List<AnalysisFacts.Drawing> drawings,

        @Schema(description = "What changed; of `update_analysis` only") @Nullable
        List<String> updatedFields) {

    static AnalysisBody of(
            String analysisId,
            String channelId,
            String sender,
            AnalysisFacts facts,
            @Nullable List<String> updatedFields) {
        return new AnalysisBody(
                analysisId, channelId, sender, facts.metadata(), facts.levels(), facts.drawings(), updatedFields);
    }
}

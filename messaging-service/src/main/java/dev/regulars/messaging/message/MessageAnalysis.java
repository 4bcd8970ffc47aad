package dev.regulars.messaging.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.events.analysis.AnalysisFacts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The chart analysis that a message shows; messages of persons have none. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageAnalysis(
        @Schema(description = "`GET /v1/analysis/{analysisId}/preview` has its picture")
        String analysis_id,

        @Nullable String title,

        @Schema(description = "What is traded, such as `GBP/USD`") @Nullable
        String symbol,

        @Schema(description = "Of a candle, such as `H1`") @Nullable
        String timeframe,

        @Schema(description = "`BULLISH` or `BEARISH`") String direction,

        @Schema(description = "`ABOVE_CURRENT` or `BELOW_CURRENT`")
        String entry_placement) {

    public static MessageAnalysis of(String analysisId, AnalysisFacts.Metadata metadata) {
        return new MessageAnalysis(
                analysisId,
                metadata.title(),
                metadata.symbol(),
                metadata.timeframe(),
                metadata.direction(),
                metadata.entryPlacement());
    }

    /** What search finds it by, and clients show that know no analyses. */
    public String text() {
        return title != null ? title : symbol != null ? symbol : "";
    }
}

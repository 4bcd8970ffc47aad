package dev.regulars.analysis.chart;

import static java.util.Objects.requireNonNullElse;

import dev.regulars.analysis.drawing.Drawing;
import dev.regulars.analysis.metadata.AnalysisMetadata;
import dev.regulars.analysis.metadata.Levels;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An analysis to publish (contract §3.6.1). */
@Schema(examples = """
        {"sender": "ana@example.com",
         "metadata": {"direction": "BULLISH", "entryPlacement": "ABOVE_CURRENT", "expiry": {"type": "HOURS", "hours": 24},
                      "title": "Breakout above 1.27", "preferenceText": "Long above [[box:the range]].",
                      "timeframe": "H1", "symbol": "GBP/USD"},
         "levels": {"pivot": {"price": 1.27, "clientObjectId": "pivot", "time": "2026-03-10T16:15:50.123Z"},
                    "resistance": {"price": 1.285, "clientObjectId": "r1", "time": "2026-03-10T16:15:50.123Z"},
                    "support": {"price": 1.262, "clientObjectId": "s1", "time": "2026-03-10T16:15:50.123Z"}},
         "drawings": [{"type": "RECTANGLE", "clientObjectId": "box",
                       "points": [{"time": "2026-03-09T08:00:00.000Z", "price": 1.265},
                                  {"time": "2026-03-10T16:00:00.000Z", "price": 1.27}],
                       "style": {"fillColor": "#1E88E533", "borderColor": "#1E88E5", "lineWidth": 1}}]}""")
public record CreateAnalysisRequest(
        @Schema(description = "E-mail address or username of the member who publishes it") @NotBlank @Size(max = 320)
        String sender,

        @Valid @NotNull AnalysisMetadata metadata,
        @Valid @Nullable Levels levels,
        @Size(max = 200) @Nullable List<@Valid @NotNull Drawing> drawings,

        @Schema(description = "The same key and body again get the first answer; `Idempotency-Key` does the same")
        @Size(min = 1, max = 255)
        @Nullable
        String idempotencyKey) {

    /** Where the analysis is. */
    @Schema(examples = """
            {"analysisId": "66b1f4d5a4d3e5f6071829aa"}""")
    public record CreatedAnalysis(String analysisId) {}

    List<Drawing> drawingsOrNone() {
        return requireNonNullElse(drawings, List.of());
    }
}

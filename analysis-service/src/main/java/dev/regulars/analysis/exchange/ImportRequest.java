package dev.regulars.analysis.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.web.validation.ObjectId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A drawing of a charting library that becomes an analysis (contract §3.17). */
@Schema(examples = """
        {"channelId": "66b1f2c3a4d3e5f607182941", "sender": "ana@example.com", "format": "klinecharts",
         "document": {"symbol": "GBP/USD",
                      "overlays": [{"name": "segment", "id": "trend",
                                    "points": [{"timestamp": 1773129600000, "value": 1.265},
                                               {"timestamp": 1773158400000, "value": 1.27}],
                                    "styles": {"line": {"color": "#1E88E5", "size": 2, "style": "solid"}}}],
                      "extendData": {"metadata": {"direction": "BULLISH", "entryPlacement": "ABOVE_CURRENT"}}}}""")
record ImportRequest(
        @NotNull @ObjectId String channelId,

        @Schema(description = "E-mail address or username of the member who publishes it") @NotBlank @Size(max = 320)
        String sender,

        @Schema(description = "`klinecharts` or `echarts`") @NotBlank
        String format,

        @Schema(
                implementation = Object.class,
                type = SchemaType.OBJECT,
                description = "As the export of the same format; `extendData.metadata` holds at least `direction` and "
                        + "`entryPlacement`")
        @NotNull
        JsonNode document) {

    /** Where the analysis is, and what of the document is not in it. */
    @Schema(examples = """
            {"analysisId": "66b1f4d5a4d3e5f6071829aa", "lost": []}""")
    record ImportedAnalysis(
            String analysisId,

            @Schema(description = "JSON pointers into the document, each with the reason")
            List<String> lost) {}
}

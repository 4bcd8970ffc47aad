package dev.regulars.analysis.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An analysis in another form, and what that form cannot hold. */
@Schema(examples = """
        {"document": {"symbol": "GBP/USD", "overlays": []}, "lost": ["/drawings/0/endHead: KLineChart draws no arrow heads"]}""")
record ExportedAnalysis(
        @Schema(
                implementation = Object.class,
                type = SchemaType.OBJECT,
                description = "As the charting library takes it; `{svg}` with the text of a picture for `svg`")
        JsonNode document,

        @Schema(description = "JSON pointers into the analysis, each with the reason; empty where all was carried over")
        List<String> lost) {}

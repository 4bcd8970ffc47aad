package dev.regulars.analysis.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An analysis in another form, and what that form cannot hold. */
@Schema(examples = """
        {"document": {"symbol": "GBP/USD",
                      "overlays": [{"name": "rect", "id": "box",
                                    "points": [{"timestamp": 1773043200000, "value": 1.265},
                                               {"timestamp": 1773158400000, "value": 1.27}],
                                    "styles": {"line": {"size": 1}, "polygon": {"color": "#1E88E533", "borderColor": "#1E88E5"}}},
                                   {"name": "horizontalStraightLine", "id": "target",
                                    "points": [{"timestamp": 1773158400000, "value": 1.285}],
                                    "styles": {"line": {"color": "#E53935", "size": 2}}},
                                   {"name": "priceLine", "id": "pivot", "points": [{"timestamp": 1773159350123, "value": 1.27}],
                                    "extendData": {"level": "pivot", "clientObjectId": "pivot"}}],
                      "extendData": {"metadata": {"direction": "BULLISH", "entryPlacement": "ABOVE_CURRENT",
                                                  "expiry": {"type": "HOURS", "hours": 24}, "title": "Breakout confirmed",
                                                  "preferenceText": "Long above [[box:the range]].", "timeframe": "H1",
                                                  "symbol": "GBP/USD"}}},
         "lost": ["/drawings/0: shown only where the overlay rect is registered"]}""")
record ExportedAnalysis(
        @Schema(
                implementation = Object.class,
                type = SchemaType.OBJECT,
                description = "As the charting library takes it; `{svg}` with the text of a picture for `svg`")
        JsonNode document,

        @Schema(description = "JSON pointers into the analysis, each with the reason; empty where all was carried over")
        List<String> lost) {}

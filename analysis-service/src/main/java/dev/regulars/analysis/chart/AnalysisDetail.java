package dev.regulars.analysis.chart;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.analysis.drawing.PersistedDrawing;
import dev.regulars.analysis.metadata.AnalysisMetadata;
import dev.regulars.analysis.metadata.Levels;
import dev.regulars.analysis.metadata.Scenario;
import dev.regulars.web.http.Tagged;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An analysis whole (contract §3.6.3). */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = """
        {"_id": "66b1f4d5a4d3e5f6071829aa", "communityId": "66b1f0e9a4d3e5f60718293b",
         "channelId": "66b1f2c3a4d3e5f607182941", "sender": "ana@example.com",
         "metadata": {"direction": "BULLISH", "entryPlacement": "ABOVE_CURRENT", "expiry": {"type": "HOURS", "hours": 24},
                      "title": "Breakout above 1.27", "preferenceText": "Long above [[66b1f4d5a4d3e5f6071829ac:the range]].",
                      "timeframe": "H1", "symbol": "GBP/USD"},
         "scenario": "bullish_breakout",
         "levels": {"pivot": {"price": 1.27, "clientObjectId": "pivot", "time": "2026-03-10T16:15:50.123Z"},
                    "resistance": {"price": 1.285, "clientObjectId": "r1", "time": "2026-03-10T16:15:50.123Z"},
                    "support": {"price": 1.262, "clientObjectId": "s1", "time": "2026-03-10T16:15:50.123Z"}},
         "drawings": [{"_id": "66b1f4d5a4d3e5f6071829ac", "type": "RECTANGLE", "clientObjectId": "box",
                       "points": [{"time": "2026-03-09T08:00:00.000Z", "price": 1.265},
                                  {"time": "2026-03-10T16:00:00.000Z", "price": 1.27}],
                       "style": {"fillColor": "#1E88E533", "borderColor": "#1E88E5", "lineWidth": 1}}],
         "expiresAt": "2026-03-11T16:15:50.123Z", "isExpired": false,
         "createdAt": "2026-03-10T16:15:50.123Z", "updatedAt": "2026-03-10T16:15:50.123Z"}""")
public record AnalysisDetail(
        String _id,
        String communityId,
        String channelId,

        @Schema(description = "The author as the request named them: e-mail address or username")
        String sender,

        AnalysisMetadata metadata,

        @Schema(description = "Derived from direction and entry")
        Scenario scenario,

        @Nullable Levels levels,
        List<PersistedDrawing> drawings,
        @Nullable Instant expiresAt,

        @Schema(description = "An expired analysis can only be read and deleted")
        boolean isExpired,

        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore String etag)
        implements Tagged {

    static AnalysisDetail of(AnalysisDocument analysis, Instant now) {
        return new AnalysisDetail(
                analysis.id,
                analysis.communityId.id(),
                analysis.channelId,
                analysis.sender,
                analysis.metadata,
                analysis.metadata.scenario(),
                analysis.levels,
                analysis.drawings,
                analysis.expiresAt,
                analysis.isExpired(now),
                analysis.createdAt,
                analysis.updatedAt,
                analysis.etag());
    }
}

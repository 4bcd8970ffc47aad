package dev.regulars.webhook.payload.body;

import dev.regulars.events.analysis.AnalysisEvent.AnalysisUpdated;
import dev.regulars.web.operation.OutgoingWebhook;
import dev.regulars.webhook.payload.Facts;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Body of a delivery of {@code update_analysis} (contract 4.1). */
@OutgoingWebhook(
        event = "update_analysis",
        summary = "An analysis was changed",
        description = "Sent for each change of an analysis")
@Schema(name = "UpdateAnalysis", examples = """
        {"event": "update_analysis", "serverId": "66b1f0e9a4d3e5f60718293b", "timestamp": "2026-03-10T16:15:50.123Z",
         "data": {"analysisId": "66b1f1a3a4d3e5f607182945", "channelId": "66b1f1a3a4d3e5f607182940",
                  "sender": "ben@example.com", "metadata": {"direction": "BULLISH", "entryPlacement": "ABOVE_CURRENT",
                      "expiryHours": 24, "title": "Gold above its pivot", "preferenceText": "Above 2,300", "alternativeText": "Below 2,290",
                      "comments": null, "timeframe": "H1", "symbol": "XAUUSD"},
                  "drawings": [], "updatedFields": ["metadata"]}}""")
public record UpdateAnalysis(
        String event,

        @Schema(description = "`_id` of the community") String serverId,

        @Schema(description = "When it happened") Instant timestamp,

        AnalysisBody data) {

    public static UpdateAnalysis of(AnalysisUpdated event, Instant at, Facts facts) {
        var data = AnalysisBody.of(
                event.analysisId(), event.channelId(), event.sender(), event.analysis(), event.updatedFields());
        return new UpdateAnalysis("update_analysis", event.communityId(), at, data);
    }
}

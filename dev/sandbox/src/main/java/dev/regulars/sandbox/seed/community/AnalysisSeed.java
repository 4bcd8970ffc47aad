package dev.regulars.sandbox.seed.community;

import dev.regulars.sandbox.seed.Demo;
import dev.regulars.sandbox.seed.SeedClient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** An analysis of the member in the channel, changed once. */
record AnalysisSeed(SeedClient partner, Demo.Community community, Demo.Person member) {

    void seed(Demo.Channel channel) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var metadata = Map.of(
                "direction", "BULLISH",
                "entryPlacement", "ABOVE_CURRENT",
                "title", "Breakout above 1.27",
                "preferenceText", "Long above [[range:the range]]",
                "symbol", "GBP/USD");
        var range = Map.of(
                "type",
                "RECTANGLE",
                "clientObjectId",
                "range",
                "points",
                List.of(point(now.minus(1, ChronoUnit.DAYS), 1.262), point(now, 1.27)));
        String id = partner.post(
                        "/apis/v1/analysis/" + community.objectId() + "/channels/" + channel.objectId(),
                        Map.of("sender", member.email(), "metadata", metadata, "drawings", List.of(range)))
                .path("analysisId")
                .asText();
        partner.patchAndDiscard(
                "/apis/v1/analysis/" + id,
                Map.of("sender", member.email(), "metadata", Map.of("comments", "Waiting for the close.")));
    }

    private static Map<String, Object> point(Instant time, double price) {
        return Map.of("time", time.toString(), "price", price);
    }
}

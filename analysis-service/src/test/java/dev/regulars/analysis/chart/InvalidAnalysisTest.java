package dev.regulars.analysis.chart;

import static dev.regulars.analysis.chart.AnalysisBodies.analysis;
import static dev.regulars.analysis.chart.AnalysisBodies.drawing;
import static dev.regulars.analysis.chart.AnalysisBodies.level;
import static dev.regulars.analysis.chart.AnalysisBodies.metadata;
import static dev.regulars.analysis.chart.AnalysisBodies.point;
import static org.hamcrest.Matchers.containsString;

import dev.regulars.analysis.TestCommunity;
import dev.regulars.testkit.IdentityStub;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is refused names the member that is wrong. */
@QuarkusTest
class InvalidAnalysisTest {

    IdentityStub identity;
    KafkaRecords records;
    TestCommunity community;

    @BeforeEach
    void found() {
        community = TestCommunity.found(identity, records);
    }

    @Test
    void drawingsAreNamedByTheirPointer() {
        refused(drawings(drawing("RECTANGLE", "a", 1)), "/drawings/0/points must have 2 points");
        refused(
                drawings(drawing("LINE", "a", 2), drawing("CIRCLE", "b", 2)),
                "/drawings/1/type must be one of: RECTANGLE");
        refused(
                drawings(Map.of("type", "HORIZONTAL_LINE", "points", List.of(point("NaN")))),
                "/drawings/0/points/0/price must be a number");
        refused(
                drawings(styled(Map.of("color", "red;background:url(javascript:alert(1))"))),
                "/drawings/0/style/color must be a colour");
        refused(drawings(styled(Map.of("lineWidth", 0))), "/drawings/0/style/lineWidth");
        refused(drawings(styled(Map.of("ref", "#/drawings/0"))), "/drawings/0/style/ref is an unknown property");
        refused(analysis("drawings", Collections.nCopies(10_000, drawing("HORIZONTAL_LINE", "a", 1))), "drawings");
    }

    @Test
    void numbersAreFiniteAndOfBoundedLength() {
        for (String price : List.of("1e309", "1E-400", "123456789012345678", "0E400", "NaN", "Infinity", "\"1\"")) {
            community.byKey().body("""
                            {"sender": "ben", "metadata": {"direction": "BULLISH", "entryPlacement": "BELOW_CURRENT"},
                             "levels": {"pivot": {"price": %s}}}""".formatted(price)).post(path()).then().statusCode(400);
        }
    }

    @Test
    void levelsKeepTheirOrder() {
        refused(
                analysis("levels", Map.of("pivot", level(2, "p"), "support", level(2, "s"))),
                "levels.support.price must be below the price of pivot");
        refused(
                analysis("levels", Map.of("resistance", level(2, "r"), "support", level(3, "s"))),
                "levels.support.price must be below the price of resistance");
    }

    @Test
    void textsHaveNoMarkupAndLinksLeadSomewhere() {
        refused(
                analysis("metadata", metadata("title", "<script>alert(1)</script>")),
                "metadata.title must be text without markup");
        refused(analysis("metadata", metadata("comments", "see [[box:this]]")), "there is no box");
        refused(analysis("metadata", metadata("timeframe", "H 1")), "metadata.timeframe");
        refused(
                analysis("metadata", metadata("direction", "UP")),
                "metadata.direction must be one of: BULLISH, BEARISH");
        refused(analysis("metadata", metadata("expiry", Map.of("type", "HOURS", "hours", 0))), "metadata.expiry.hours");
    }

    private static Map<String, Object> styled(Map<String, Object> style) {
        return Map.of("type", "HORIZONTAL_LINE", "points", List.of(point(1)), "style", style);
    }

    private static Map<String, Object> drawings(Object... drawings) {
        return analysis("drawings", List.of(drawings));
    }

    private void refused(Map<String, Object> body, String message) {
        Response answer = community.byKey().body(body).post(path());
        answer.then().statusCode(400).body("message", containsString(message));
    }

    private String path() {
        return "/integration/analysis/" + community.id() + "/channels/" + community.channel();
    }
}

package dev.regulars.analysis.chart;

import static dev.regulars.analysis.chart.AnalysisBodies.analysis;
import static dev.regulars.analysis.chart.AnalysisBodies.drawing;
import static dev.regulars.analysis.chart.AnalysisBodies.level;
import static dev.regulars.analysis.chart.AnalysisBodies.metadata;
import static dev.regulars.analysis.chart.AnalysisBodies.point;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import dev.regulars.analysis.TestCommunity;
import dev.regulars.events.Topic;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.IdentityStub;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AnalysisResourceTest {

    IdentityStub identity;
    KafkaRecords records;
    TestCommunity community;

    @BeforeEach
    void found() {
        community = TestCommunity.found(identity, records);
    }

    @Test
    void anAnalysisIsCreatedReadListedUpdatedAndDeleted() {
        String id = create(analysis("drawings", List.of(drawing("RECTANGLE", "box", 2))))
                .then()
                .statusCode(201)
                .body("status", equalTo("success"))
                .body("message", equalTo("Analysis created successfully"))
                .body("data.analysisId", matchesPattern("[0-9a-f]{24}"))
                .extract()
                .path("data.analysisId");

        get(id).then()
                .statusCode(200)
                .body("data.scenario", equalTo("bullish_bounce"))
                .body("data.sender", equalTo("ben"))
                .body("data.drawings[0].clientObjectId", equalTo("box"));
        patch(id, Map.of("sender", "ben", "metadata", Map.of("title", "New", "direction", "BEARISH")))
                .then()
                .statusCode(200)
                .body("message", equalTo("Analysis updated successfully"))
                .body("data.updatedFields", contains("direction", "title"));
        get(id).then().body("data.scenario", equalTo("bearish_breakout")).body("data.metadata.title", equalTo("New"));
        list().then()
                .body("data.analyses._id", contains(id))
                .body("data.analyses.title", contains("New"))
                .body("data.pagination.total", equalTo(1));
        community
                .byKey()
                .delete("/integration/analysis/{id}", id)
                .then()
                .statusCode(200)
                .body("message", equalTo("Analysis deleted successfully"))
                .body("data.analysisId", equalTo(id));
        get(id).then().statusCode(404);
        assertThat(records.typesAbout(Topic.ANALYSIS, community.id() + ":" + id, 3))
                .containsExactly(
                        "analysis.analysis.created.v1", "analysis.analysis.updated.v1", "analysis.analysis.deleted.v1");
    }

    @Test
    void theKeyInTheBodyGetsTheFirstAnswerAgain() {
        var body = analysis("idempotencyKey", "once");
        String first = create(body).path("data.analysisId");

        create(body).then().statusCode(201).body("data.analysisId", equalTo(first));
        create(analysis("idempotencyKey", "once", "metadata", metadata("title", "Other")))
                .then()
                .statusCode(422);
        list().then().body("data.analyses", hasSize(1));
    }

    @Test
    void linksLeadToDrawingsAndSurviveTheirReplacement() {
        String id = create(analysis(
                        "drawings",
                        List.of(drawing("LINE", "trend", 2)),
                        "levels",
                        Map.of("pivot", level(1.5, "pivot")),
                        "metadata",
                        metadata("preferenceText", "Above [[trend:the line]] and [[pivot:the pivot]]")))
                .path("data.analysisId");
        String drawing = get(id).path("data.drawings[0]._id");
        get(id).then()
                .body(
                        "data.metadata.preferenceText",
                        equalTo("Above [[" + drawing + ":the line]] and [[pivot:the pivot]]"));

        patch(id, Map.of("sender", "ben", "drawings", List.of(drawing("PARALLEL", "trend", 3))))
                .then()
                .statusCode(200);
        get(id).then().body("data.drawings[0]._id", equalTo(drawing));
        patch(id, Map.of("sender", "ben", "drawings", List.of()))
                .then()
                .statusCode(400)
                .body("message", matchesPattern("metadata.preferenceText must link to .*"));
    }

    @Test
    void parallelAppendsAreAllThere() {
        String id = create(analysis()).path("data.analysisId");
        List<Response> appended = Concurrently.call(16, i -> append(id, drawing("HORIZONTAL_LINE", "h" + i, 1)));

        assertThat(appended).allSatisfy(one -> assertThat(one.statusCode()).isEqualTo(200));
        get(id).then().body("data.drawings", hasSize(16));
        append(id, drawing("HORIZONTAL_LINE", "h3", 1))
                .then()
                .statusCode(409)
                .body("message", equalTo("clientObjectId already exists"));
    }

    @Test
    void aDrawingIsPatchedAndItsTypeStays() {
        String id = create(analysis("drawings", List.of(drawing("LINE", "trend", 2))))
                .path("data.analysisId");
        String drawing = get(id).path("data.drawings[0]._id");

        patchDrawing(id, drawing, Map.of("sender", "ben", "endHead", "ARROW", "style", Map.of("color", "red")))
                .then()
                .statusCode(200)
                .body("data.drawingId", equalTo(drawing));
        get(id).then()
                .body("data.drawings[0].endHead", equalTo("ARROW"))
                .body("data.drawings[0].style.color", equalTo("red"));
        patchDrawing(id, drawing, Map.of("sender", "ben", "points", List.of(point(1))))
                .then()
                .statusCode(400)
                .body("meta.errors[0].message", equalTo("points must have 2 for a LINE"));
        patchDrawing(id, "f".repeat(24), Map.of("sender", "ben")).then().statusCode(404);
    }

    @Test
    void aTagGuardsAgainstLostUpdates() {
        String id = create(analysis()).path("data.analysisId");
        String tag = get(id).header("ETag");

        community
                .byKey()
                .header("If-None-Match", tag)
                .get("/integration/analysis/{id}", id)
                .then()
                .statusCode(304);
        var changes = Map.of("sender", "ben", "metadata", Map.of("title", "New"));
        patch(id, changes).then().statusCode(200);
        community
                .byKey()
                .header("If-Match", tag)
                .body(changes)
                .patch("/integration/analysis/{id}", id)
                .then()
                .statusCode(412)
                .body("message", equalTo("Precondition Failed"));
        get(id).then().header("ETag", not(equalTo(tag)));
    }

    @Test
    void whoeverIsNoMemberPublishesNothingAndNowhereElse() {
        create(analysis("sender", "nobody")).then().statusCode(404);
        community
                .byKey()
                .body(analysis())
                .post("/integration/analysis/{c}/channels/{ch}", community.id(), "f".repeat(24))
                .then()
                .statusCode(404);
        String id = create(analysis()).path("data.analysisId");
        TestCommunity.found(identity, records)
                .byKey()
                .get("/integration/analysis/{id}", id)
                .then()
                .statusCode(404);
    }

    private Response create(Map<String, Object> body) {
        return community.byKey().body(new HashMap<>(body)).post(path());
    }

    private String path() {
        return "/integration/analysis/" + community.id() + "/channels/" + community.channel();
    }

    private Response get(String id) {
        return community.byKey().get("/integration/analysis/{id}", id);
    }

    private Response list() {
        return community.byKey().get(path());
    }

    private Response patch(String id, Map<String, ?> changes) {
        return community.byKey().body(changes).patch("/integration/analysis/{id}", id);
    }

    private Response append(String id, Map<String, Object> drawing) {
        return community
                .byKey()
                .body(Map.of("sender", "ben", "drawings", List.of(drawing)))
                .post("/integration/analysis/{id}/drawings", id);
    }

    private Response patchDrawing(String id, String drawing, Map<String, ?> changes) {
        return community.byKey().body(changes).patch("/application/analysis/{id}/drawings/{d}", id, drawing);
    }
}

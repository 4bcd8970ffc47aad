package dev.regulars.analysis.exchange;

import static dev.regulars.analysis.chart.AnalysisBodies.analysis;
import static dev.regulars.analysis.chart.AnalysisBodies.drawing;
import static dev.regulars.analysis.chart.AnalysisBodies.level;
import static dev.regulars.analysis.chart.AnalysisBodies.metadata;
import static dev.regulars.testkit.Tokens.member;
import static dev.regulars.testkit.Tokens.userKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.regulars.analysis.TestCommunity;
import dev.regulars.analysis.chart.AnalysisBodies;
import dev.regulars.events.Topic;
import dev.regulars.events.community.ChannelOverwrite;
import dev.regulars.events.community.CommunityEvent.ChannelChanged;
import dev.regulars.events.community.CommunityEvent.MemberRolesChanged;
import dev.regulars.events.community.CommunityEvent.RoleCreated;
import dev.regulars.testkit.IdentityStub;
import dev.regulars.testkit.KafkaRecords;
import dev.regulars.web.value.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

@QuarkusTest
class ExchangeResourceTest {

    private static final JsonMapper JSON = new JsonMapper();

    IdentityStub identity;
    KafkaRecords records;
    TestCommunity community;

    @BeforeEach
    void found() {
        community = TestCommunity.found(identity, records);
    }

    @ParameterizedTest
    @ValueSource(strings = {"klinecharts", "echarts"})
    void whatIsExportedIsImportedEqualButForWhatIsLost(String format) throws Exception {
        var random = new Random(7);
        for (int i = 0; i < 10; i++) {
            String id = create(AnalysisBodies.random(random));
            JsonNode exported = JSON.readTree(export(id, format).asString()).path("data");

            Response imported = imported(format, exported.path("document"));
            imported.then().statusCode(201).body("data.lost", hasSize(0));
            JsonNode before = read(id);
            JsonNode after = read(imported.path("data.analysisId"));

            assertThat(after.path("metadata")).isEqualTo(before.path("metadata"));
            assertThat(after.path("levels")).isEqualTo(before.path("levels"));
            for (int d = 0; d < before.path("drawings").size(); d++) {
                if (!exported.path("lost").toString().contains("/drawings/" + d + "/")) {
                    assertThat(named(after, before.path("drawings").get(d)))
                            .isEqualTo(before.path("drawings").get(d));
                }
            }
        }
    }

    @Test
    void linksComeBackToTheSameDrawing() {
        String id = create(analysis(
                "drawings",
                List.of(Map.of("type", "HORIZONTAL_LINE", "points", List.of(AnalysisBodies.point(1)))),
                "metadata",
                metadata()));
        String drawing = get(id).path("data.drawings[0]._id");
        community
                .byKey()
                .body(Map.of("sender", "ben", "metadata", Map.of("comments", "see [[" + drawing + ":this]]")))
                .patch("/integration/analysis/{id}", id)
                .then()
                .statusCode(200);

        JsonNode document = export(id, "klinecharts").as(JsonNode.class).at("/data/document");
        String copy = imported("klinecharts", document).path("data.analysisId");

        String copied = get(copy).path("data.drawings[0]._id");
        get(copy).then().body("data.metadata.comments", equalTo("see [[" + copied + ":this]]"));
    }

    @Test
    void whatIsUnknownIsReportedAndWhatIsMissingIsRefused() {
        var document = Map.of(
                "overlays",
                List.of(Map.of("name", "brush"), Map.of("name", "fibonacciLine", "points", List.of())),
                "extendData",
                Map.of("metadata", metadata()));
        imported("klinecharts", document).then().statusCode(400).body("message", containsString("Bad Request"));
        imported(
                        "klinecharts",
                        Map.of(
                                "overlays",
                                List.of(Map.of("name", "brush")),
                                "extendData",
                                Map.of("metadata", metadata())))
                .then()
                .statusCode(201)
                .body("data.lost", contains("/overlays/0: the overlay brush is unknown"));
        imported("echarts", Map.of())
                .then()
                .statusCode(400)
                .body("meta.errors.field", contains("metadata.direction", "metadata.entryPlacement"));
        imported("svg", Map.of()).then().statusCode(400).body("meta.errors[0].field", equalTo("format"));
    }

    @Test
    void thePreviewIsAPictureThatHoldsNoScript() throws Exception {
        String id = create(analysis(
                "drawings",
                List.of(
                        drawing("RECTANGLE", "a", 2),
                        drawing("LINE", "b", 2),
                        drawing("HORIZONTAL_LINE", "c", 1),
                        drawing("PARALLEL", "d", 3),
                        drawing("FIBONACCI_RETRACEMENT", "e", 2)),
                "levels",
                Map.of("pivot", level(1.5, "p")),
                "metadata",
                metadata("title", "1 < 2 & \"so\"")));

        Response preview = community.byKey().get("/application/analysis/{id}/preview", id);

        preview.then().statusCode(200).header("Content-Type", startsWith("image/svg+xml"));
        var svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(preview.asString())));
        assertThat(svg.getElementsByTagName("text").item(0).getTextContent()).contains("1 < 2 & \"so\"");
        export(id, "svg").then().body("data.document.svg", equalTo(preview.asString()));
    }

    @Test
    void membersSeeWhatTheirRolesShowThem() {
        String id = create(analysis());
        String gold = Ids.next();
        var everyone = new RoleCreated(community.id(), community.id(), "@all", 0, List.of("view_message_history"));
        records.put(Topic.COMMUNITY, everyone, 1);
        records.put(Topic.COMMUNITY, new RoleCreated(community.id(), gold, "Gold", 1, List.of()), 1);
        awaitPreview(id, 200);

        channel(2, new ChannelOverwrite("role", community.id(), List.of(), List.of("view_message_history")));
        awaitPreview(id, 404);
        channel(
                3,
                new ChannelOverwrite("role", community.id(), List.of(), List.of("view_message_history")),
                new ChannelOverwrite("role", gold, List.of("view_message_history"), List.of()));
        records.put(Topic.COMMUNITY, new MemberRolesChanged(community.id(), community.ben(), List.of(gold)), 4);
        awaitPreview(id, 200);
        member(Ids.next(), community.id())
                .get("/application/analysis/{id}/export?format=svg", id)
                .then()
                .statusCode(404);
        userKey(community.ben(), community.id(), "readOwnProfile")
                .get("/application/analysis/{id}/export?format=svg", id)
                .then()
                .statusCode(200);
    }

    private void channel(int version, ChannelOverwrite... overwrites) {
        var changed = new ChannelChanged(community.id(), community.channel(), "General", "open", List.of(overwrites));
        records.put(Topic.COMMUNITY, changed, version);
    }

    private void awaitPreview(String id, int status) {
        Awaitility.await().untilAsserted(() -> member(community.ben(), community.id())
                .get("/application/analysis/{id}/preview", id)
                .then()
                .statusCode(status));
    }

    private static JsonNode named(JsonNode analysis, JsonNode original) {
        for (JsonNode drawing : analysis.path("drawings")) {
            if (drawing.path("clientObjectId").equals(original.path("clientObjectId"))) {
                ((ObjectNode) drawing).set("_id", original.path("_id"));
                return drawing;
            }
        }
        throw new AssertionError("no " + original + " in " + analysis);
    }

    private String create(Map<String, Object> body) {
        return community
                .byKey()
                .body(body)
                .post("/integration/analysis/{c}/channels/{ch}", community.id(), community.channel())
                .path("data.analysisId");
    }

    private JsonNode read(String id) throws Exception {
        return JSON.readTree(get(id).asString()).path("data");
    }

    private Response get(String id) {
        return community.byKey().get("/integration/analysis/{id}", id);
    }

    private Response export(String id, String format) {
        return community.byKey().get("/application/analysis/{id}/export?format={format}", id, format);
    }

    private Response imported(String format, Object document) {
        return community
                .byKey()
                .body(Map.of("channelId", community.channel(), "sender", "ben", "format", format, "document", document))
                .post("/application/analysis/import");
    }
}

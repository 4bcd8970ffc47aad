package dev.regulars.analysis.chart;

import static dev.regulars.analysis.chart.AnalysisBodies.drawing;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.regulars.analysis.TestCommunity;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.IdentityStub;
import dev.regulars.testkit.KafkaRecords;
import dev.regulars.testkit.document.DocumentedResponses;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AnalysisRoundTripTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    IdentityStub identity;
    KafkaRecords records;
    TestCommunity community;

    @BeforeEach
    void found() {
        community = TestCommunity.found(identity, records);
    }

    @Test
    void whatIsCreatedIsReadBackEqual() throws Exception {
        var random = new Random(20);
        RequestSpecification key = undocumented();
        for (int i = 0; i < Concurrently.rounds(100, 500); i++) {
            Map<String, Object> body = AnalysisBodies.random(random);
            String sent = JSON.writeValueAsString(body);
            String created = given().spec(key).body(sent).post(path()).asString();
            String id = JSON.readTree(created).at("/data/analysisId").asText();

            String answer =
                    given().spec(key).get("/integration/analysis/{id}", id).asString();
            ObjectNode read = (ObjectNode) JSON.readTree(answer).path("data");
            read.path("drawings").forEach(drawing -> ((ObjectNode) drawing).remove("_id"));

            read.retain("sender", "metadata", "levels", "drawings");
            assertThat(read.equals(AnalysisRoundTripTest::compare, JSON.readTree(sent)))
                    .as("%s read as %s", sent, read)
                    .isTrue();
        }
    }

    /** Without the check against the document, which takes longer than the rest. */
    private RequestSpecification undocumented() {
        return community.byKey().noFiltersOfType(DocumentedResponses.class);
    }

    /** Numbers by their value, whatever zeros they end in. */
    private static int compare(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue())
                : one.equals(other) ? 0 : 1;
    }

    private String path() {
        return "/integration/analysis/" + community.id() + "/channels/" + community.channel();
    }
}

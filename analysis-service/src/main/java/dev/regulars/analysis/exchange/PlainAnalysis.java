package dev.regulars.analysis.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.regulars.analysis.chart.AnalysisDetail;
import dev.regulars.analysis.drawing.PersistedDrawing;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An analysis as a request to create it would have it: every drawing has a name, which is its id where its client gave it none, and
 * links lead to these names.
 */
final class PlainAnalysis {

    private PlainAnalysis() {}

    static ObjectNode of(ObjectMapper json, AnalysisDetail analysis) {
        Map<String, String> names = new HashMap<>();
        for (PersistedDrawing drawing : analysis.drawings()) {
            String name = drawing.clientObjectId() == null ? drawing._id() : drawing.clientObjectId();
            names.put(drawing._id(), name);
        }
        ObjectNode plain = json.createObjectNode();
        plain.set("metadata", json.valueToTree(analysis.metadata().withTexts(text -> linked(text, names))));
        if (analysis.levels() != null) {
            plain.set("levels", json.valueToTree(analysis.levels()));
        }
        JsonNode drawings = plain.set("drawings", json.valueToTree(analysis.drawings()));
        for (JsonNode drawing : drawings.path("drawings")) {
            var one = (ObjectNode) drawing;
            one.put("clientObjectId", names.get(one.remove("_id").asText()));
        }
        return plain;
    }

    private static @Nullable String linked(@Nullable String text, Map<String, String> names) {
        if (text == null) {
            return null;
        }
        String linked = text;
        for (var name : names.entrySet()) {
            linked = linked.replace("[[" + name.getKey() + ":", "[[" + name.getValue() + ":");
        }
        return linked;
    }
}

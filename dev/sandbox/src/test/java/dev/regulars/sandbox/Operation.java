package dev.regulars.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One operation as the document tells of it, with what it shows for examples. */
record Operation(String method, String path, JsonNode output, JsonNode document) {

    static List<Operation> of(JsonNode document) {
        List<Operation> all = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(one -> {
                    String method = one.getKey().toUpperCase(Locale.ROOT);
                    all.add(new Operation(method, path.getKey(), one.getValue(), document));
                }));
        return all;
    }

    String id() {
        return output.path("operationId").asText();
    }

    /** The kinds of credential that open it, each by itself. */
    List<String> schemes() {
        List<String> all = new ArrayList<>();
        output.path("security").forEach(one -> one.fieldNames().forEachRemaining(all::add));
        return all.isEmpty() ? List.of("nobody") : all;
    }

    boolean isForKeys() {
        return output.path("x-needs").has("permission");
    }

    boolean isForTheAdmin() {
        return output.path("x-needs").has("installationAdmin");
    }

    boolean hasBody() {
        return output.has("requestBody");
    }

    /** The schema of its bodies. */
    JsonNode requestSchema() {
        return json(output.path("requestBody")).path("schema");
    }

    /** Bodies to send. */
    JsonNode requestExamples() {
        return document.at(requestSchema().path("$ref").asText().substring(1)).path("examples");
    }

    /** What stands in its path, by name. */
    Map<String, @Nullable String> parameters() {
        Map<String, @Nullable String> all = new TreeMap<>();
        output.path("parameters").forEach(one -> {
            if (one.path("in").asText().equals("path")) {
                all.put(one.path("name").asText(), one.path("example").textValue());
            }
        });
        return all;
    }

    /** The status of its yes. */
    int status() {
        return output.path("responses").properties().stream()
                .map(Map.Entry::getKey)
                .filter(status -> status.startsWith("2"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElseThrow();
    }

    /** What is said of its yes: a schema and an example. */
    JsonNode response() {
        return json(output.path("responses").path("" + status()));
    }

    private static JsonNode json(JsonNode of) {
        return of.path("content").path("application/json");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}

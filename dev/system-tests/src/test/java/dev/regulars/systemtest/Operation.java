package dev.regulars.systemtest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One operation of an OpenAPI document. */
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

    /** Its security schemes; each one alone is enough. */
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

    /** The schema of the request body. */
    JsonNode requestSchema() {
        return json(output.path("requestBody")).path("schema");
    }

    /** Examples of the request body. */
    JsonNode requestExamples() {
        return document.at(requestSchema().path("$ref").asText().substring(1)).path("examples");
    }

    /** Examples of the path parameters, by name. */
    Map<String, @Nullable String> parameters() {
        Map<String, @Nullable String> all = new TreeMap<>();
        output.path("parameters").forEach(one -> {
            if (one.path("in").asText().equals("path")) {
                all.put(one.path("name").asText(), one.path("example").textValue());
            }
        });
        return all;
    }

    /** The status of success. */
    int status() {
        return output.path("responses").properties().stream()
                .map(Map.Entry::getKey)
                .filter(status -> status.startsWith("2"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElseThrow();
    }

    /** Schema and example of the success response. */
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

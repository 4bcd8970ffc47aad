package dev.regulars.gateway.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One operation of the OpenAPI document that can be a tool: it takes and answers JSON, and needs a credential.
 *
 * @param parameters with references resolved
 * @param members of the body, by name
 */
record ToolOperation(String method, String path, JsonNode definition, List<JsonNode> parameters, JsonNode members) {

    static final String DRY_RUN = "dryRun";

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final String JSON = "application/json";

    static List<ToolOperation> all(JsonNode document) {
        List<ToolOperation> all = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()) && isTool(operation.getValue()))
                .forEach(operation -> all.add(new ToolOperation(
                        operation.getKey().toUpperCase(Locale.ROOT),
                        path.getKey(),
                        operation.getValue(),
                        parameters(operation.getValue(), document),
                        meant(bodySchema(operation.getValue()), document).path("properties")))));
        return all;
    }

    private static boolean isTool(JsonNode operation) {
        JsonNode body = operation.path("requestBody").path("content");
        return !operation.path("security").isEmpty()
                && (body.isMissingNode() || body.has(JSON))
                && operation.path("responses").properties().stream()
                        .filter(response -> response.getKey().startsWith("2"))
                        .anyMatch(
                                response -> response.getValue().path("content").has(JSON));
    }

    private static List<JsonNode> parameters(JsonNode operation, JsonNode document) {
        return operation
                .path("parameters")
                .valueStream()
                .map(one -> meant(one, document))
                .toList();
    }

    private static JsonNode meant(JsonNode node, JsonNode document) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static JsonNode bodySchema(JsonNode operation) {
        return operation.path("requestBody").path("content").path(JSON).path("schema");
    }

    String name() {
        return definition.path("operationId").asText();
    }

    String summary() {
        return definition.path("summary").asText();
    }

    /** Whether it can be asked what it would do. */
    boolean hasDryRun() {
        return members.has(DRY_RUN)
                || parameters.stream().anyMatch(one -> one.path("name").asText().equals(DRY_RUN));
    }

    boolean isRead() {
        return method.equals("GET");
    }

    JsonNode body() {
        return bodySchema(definition);
    }

    boolean requiresBody() {
        return definition.path("requestBody").path("required").asBoolean();
    }

    String description() {
        String dryRun = hasDryRun()
                ? " A dry run unless dryRun is false: look at what it would do first, and apply it with a second call."
                : "";
        return summary() + ". " + definition.path("description").asText() + dryRun + " (" + method + " " + path + ")";
    }
}

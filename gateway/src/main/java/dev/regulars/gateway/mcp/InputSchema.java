package dev.regulars.gateway.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;

/** The JSON schema of a tool's arguments: the parameters of the operation, and its body as {@code body}. */
final class InputSchema {

    static final String BODY = "body";
    private static final String COMPONENTS = "#/components/schemas/";
    private static final String DEFINITIONS = "#/$defs/";

    private final JsonNode schemas;
    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final Deque<String> pending = new ArrayDeque<>();

    private InputSchema(JsonNode document) {
        this.schemas = document.at("/components/schemas");
    }

    static JsonNode of(ToolOperation operation, JsonNode document) {
        return new InputSchema(document).build(operation);
    }

    private JsonNode build(ToolOperation operation) {
        root.put("type", "object");
        ObjectNode properties = root.putObject("properties");
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.path("name").asText();
            JsonNode schema = local(parameter.path("schema"));
            if (schema instanceof ObjectNode described && parameter.has("description")) {
                described.put("description", parameter.path("description").asText());
            }
            properties.set(name, schema);
            if (parameter.path("required").asBoolean()) {
                root.withArray("/required").add(name);
            }
        }
        if (!operation.body().isMissingNode()) {
            properties.set(BODY, local(operation.body()));
            if (operation.requiresBody()) {
                root.withArray("/required").add(BODY);
            }
        }
        define();
        return root;
    }

    /** All schemas that are referred to, also by each other. */
    private void define() {
        while (!pending.isEmpty()) {
            String name = pending.pop();
            ObjectNode definitions = root.withObject("/$defs");
            if (!definitions.has(name)) {
                definitions.putObject(name); // so that a circle ends
                definitions.set(name, local(schemas.path(name)));
            }
        }
    }

    /** A copy whose references lead to definitions of its own. */
    private JsonNode local(JsonNode schema) {
        JsonNode copy = schema.deepCopy();
        for (JsonNode node : copy.findParents("$ref")) {
            String name = node.path("$ref").asText().replace(COMPONENTS, "");
            ((ObjectNode) node).put("$ref", DEFINITIONS + name);
            pending.push(name);
        }
        if (copy instanceof ObjectNode object) {
            object.remove("discriminator"); // of OpenAPI only
        }
        return copy;
    }
}

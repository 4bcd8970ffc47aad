package dev.regulars.portal;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Every schema of the OpenAPI document, closed until one opens it. */
final class SchemaTables {

    private static final String PREFIX = "#/components/schemas/";

    private final JsonNode schemas;

    SchemaTables(JsonNode openApi) {
        this.schemas = openApi.at("/components/schemas");
    }

    String render(String none) {
        return schemas.properties().stream()
                .map(schema -> schema(schema.getKey(), schema.getValue()))
                .collect(joining("\n"));
    }

    private static String schema(String name, JsonNode schema) {
        String description = schema.path("description").asText();
        String body = schema.has("properties") ? properties(schema) : "<p>" + type(schema) + "</p>";
        return "<details class=\"schema\" id=\"schema-%1$s\"><summary><code>%1$s</code></summary>%2$s%3$s</details>"
                .formatted(
                        Html.escape(name),
                        description.isEmpty() ? "" : "<p>" + Html.sentence(description) + "</p>",
                        body);
    }

    private static String properties(JsonNode schema) {
        Set<String> required =
                schema.path("required").valueStream().map(JsonNode::asText).collect(toSet());
        String rows = schema.path("properties").properties().stream()
                .map(property -> "<tr><td><code>" + Html.escape(property.getKey()) + "</code>"
                        + (required.contains(property.getKey()) ? " (required)" : "") + "</td><td>"
                        + type(property.getValue()) + "</td><td>"
                        + Html.sentence(property.getValue().path("description").asText()) + "</td></tr>\n")
                .collect(joining());
        return "<table><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody>\n" + rows
                + "</tbody></table>";
    }

    private static String type(JsonNode schema) {
        if (schema.has("$ref")) {
            String name = Html.escape(schema.path("$ref").asText().replace(PREFIX, ""));
            return "<a href=\"#schema-" + name + "\">" + name + "</a>";
        }
        if (schema.has("enum")) {
            return Main.texts(schema.path("enum")).stream()
                    .map(value -> "<code>" + Html.escape(value) + "</code>")
                    .collect(joining(", "));
        }
        for (String combined : new String[] {"oneOf", "anyOf", "allOf"}) {
            if (schema.has(combined)) {
                return schema.path(combined)
                        .valueStream()
                        .map(SchemaTables::type)
                        .collect(joining(" or "));
            }
        }
        if (schema.has("items")) {
            return "list of " + type(schema.path("items"));
        }
        JsonNode type = schema.path("type");
        String name = type.isArray() ? String.join(" or ", Main.texts(type)) : type.asText("any");
        String format = schema.path("format").asText();
        return Html.escape(format.isEmpty() ? name : name + ", " + format);
    }
}

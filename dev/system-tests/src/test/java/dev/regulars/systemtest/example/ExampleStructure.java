package dev.regulars.systemtest.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Compares a documented example with a response: the same members, the same words of the envelope. */
record ExampleStructure(JsonNode document) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> ENVELOPE = List.of("status", "success", "error", "message", "meta");
    /** Says that a list has further elements. */
    private static final String MORE = "nextCursor";

    /** Lists may have further elements; an element of the example stands for those that have its members. */
    void compare(String what, JsonNode example, JsonNode response, JsonNode schema) {
        compareMembers("The members of " + what, example, response, schema);
        assertThat(envelope(response)).as("The envelope of " + what).isEqualTo(envelope(example));
    }

    private void compareMembers(String what, JsonNode example, JsonNode response, JsonNode schema) {
        JsonNode meant = resolve(schema);
        if (example.isObject() && response.isObject() && hasMembers(meant)) {
            assertThat(response.properties())
                    .extracting(one -> one.getKey())
                    .filteredOn(name -> !name.equals(MORE) || example.has(MORE))
                    .as(what)
                    .containsExactlyInAnyOrderElementsOf(() -> example.fieldNames());
            example.properties()
                    .forEach(one -> compareMembers(
                            what + " › " + one.getKey(),
                            one.getValue(),
                            response.path(one.getKey()),
                            member(meant, one.getKey())));
        } else if (example.isArray() && response.isArray()) {
            JsonNode items = resolve(meant.path("items"));
            assertThat(forms(response, items)).as(what).containsAll(forms(example, items));
        } else {
            assertThat(response.isContainerNode()).as(what).isEqualTo(example.isContainerNode());
        }
    }

    private Set<JsonNode> forms(JsonNode array, JsonNode items) {
        Set<JsonNode> all = new LinkedHashSet<>();
        array.forEach(one -> all.add(form(one, items)));
        return all;
    }

    /** Without values; what has any members it likes is left as it is. */
    private JsonNode form(JsonNode body, JsonNode schema) {
        JsonNode meant = resolve(schema);
        if (body.isObject() && hasMembers(meant)) {
            ObjectNode all = JSON.objectNode();
            body.properties().forEach(one -> all.set(one.getKey(), form(one.getValue(), member(meant, one.getKey()))));
            return all;
        }
        return body.isContainerNode() ? JSON.arrayNode() : JSON.nullNode();
    }

    /** A map, or an object of another system, has whatever members it has. */
    private static boolean hasMembers(JsonNode schema) {
        return schema.has("properties") || schema.has("allOf");
    }

    private JsonNode member(JsonNode schema, String name) {
        return Stream.concat(Stream.of(schema), schema.path("allOf").valueStream())
                .map(one -> resolve(one).path("properties").path(name))
                .filter(one -> !one.isMissingNode())
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** The schema itself, without the alternative null. */
    private JsonNode resolve(JsonNode schema) {
        if (schema.has("$ref")) {
            return resolve(document.at(schema.path("$ref").asText().substring(1)));
        }
        return Stream.of("anyOf", "oneOf")
                .flatMap(word -> schema.path(word).valueStream())
                .filter(one -> !one.path("type").asText().equals("null"))
                .findFirst()
                .map(this::resolve)
                .orElse(schema);
    }

    private static JsonNode envelope(JsonNode body) {
        if (!body.isObject()) {
            return JSON.nullNode();
        }
        ObjectNode envelope = ((ObjectNode) body.deepCopy()).retain(ENVELOPE);
        if (envelope.path("meta").isObject()) {
            ((ObjectNode) envelope.path("meta")).remove(List.of("total", MORE));
        }
        return envelope;
    }
}

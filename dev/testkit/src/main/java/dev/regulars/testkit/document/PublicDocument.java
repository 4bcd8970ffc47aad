package dev.regulars.testkit.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An OpenAPI document without what is internal, and ways to read it that follow its {@code $ref}s. */
public final class PublicDocument {

    private static final String COMPONENTS = "#/components/";

    /** They are referred to by name, not by {@code $ref}. */
    private static final String SCHEMES = "securitySchemes";

    private PublicDocument() {}

    /** Without internal paths, and without the components that only they refer to. */
    public static ObjectNode of(JsonNode document) {
        ObjectNode copy = document.deepCopy();
        List<String> internal = new ArrayList<>();
        copy.path("paths").fieldNames().forEachRemaining(path -> {
            if (path.startsWith("/internal/")) {
                internal.add(path);
            }
        });
        copy.withObject("/paths").remove(internal);
        inOrder(copy);
        Set<String> used = new HashSet<>();
        collect(copy.path("paths"), copy, used);
        collect(copy.path("webhooks"), copy, used);
        copy.path("components").properties().stream()
                .filter(section -> !section.getKey().equals(SCHEMES))
                .forEach(section -> ((ObjectNode) section.getValue())
                        .properties()
                        .removeIf(one -> !used.contains(COMPONENTS + section.getKey() + "/" + one.getKey())));
        return copy;
    }

    /** The same node with what it refers to in the place of each {@code $ref}; one that leads back to itself stays. */
    static JsonNode resolved(JsonNode node, JsonNode document) {
        return resolved(node, document, Set.of());
    }

    /** What a {@code $ref} means, and the node itself where it is none. */
    static JsonNode meant(JsonNode node, JsonNode document) {
        return node.path("$ref").isTextual()
                ? meant(document.at(node.path("$ref").asText().substring(1)), document)
                : node;
    }

    private static JsonNode resolved(JsonNode node, JsonNode document, Set<String> open) {
        if (node instanceof ArrayNode list) {
            ArrayNode copy = list.arrayNode();
            list.forEach(one -> copy.add(resolved(one, document, open)));
            return copy;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode copy = object.objectNode();
        JsonNode ref = object.path("$ref");
        if (ref.isTextual()) {
            if (open.contains(ref.asText())) {
                return copy.put("again", true);
            }
            Set<String> more = new HashSet<>(open);
            more.add(ref.asText());
            JsonNode meant = document.at(ref.asText().substring(1));
            if (!(resolved(meant, document, more) instanceof ObjectNode whole)) {
                throw new AssertionError(ref.asText() + " is not in the document");
            }
            copy.setAll(whole);
        }
        object.properties().stream()
                .filter(one -> !one.getKey().equals("$ref"))
                .forEach(one -> copy.set(one.getKey(), resolved(one.getValue(), document, open)));
        return copy;
    }

    private static void collect(JsonNode from, JsonNode document, Set<String> used) {
        from.findValuesAsText("$ref").forEach(ref -> {
            if (used.add(ref)) {
                collect(document.at(ref.substring(1)), document, used);
            }
        });
    }

    /** The order of required members means nothing, and is not always the same. */
    private static void inOrder(JsonNode node) {
        node.forEach(PublicDocument::inOrder);
        if (node.path("required") instanceof ArrayNode required) {
            List<String> names = new ArrayList<>();
            required.forEach(name -> names.add(name.asText()));
            required.removeAll();
            names.stream().sorted().forEach(required::add);
        }
    }
}

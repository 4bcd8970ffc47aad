package dev.regulars.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** What the things of the documented examples are really called here: ids and keys, learnt from answers. */
final class ExampleValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, String> actual = new HashMap<>();

    /** Compares an answer with its example, place by place; what was called first keeps its name. */
    void learn(JsonNode example, JsonNode response) {
        if (example.isTextual() && response.isTextual()) {
            actual.putIfAbsent(example.textValue(), response.textValue());
        }
        example.properties().forEach(one -> learn(one.getValue(), response.path(one.getKey())));
        for (int i = 0; example.isArray() && i < example.size(); i++) {
            learn(example.path(i), response.path(i));
        }
    }

    boolean knows(String example) {
        return actual.containsKey(example);
    }

    String actual(String example) {
        return actual.getOrDefault(example, example);
    }

    /** An example with all that is called otherwise here. */
    JsonNode actual(JsonNode example) {
        if (example.isObject()) {
            ObjectNode all = JSON.objectNode();
            example.properties().forEach(one -> all.set(one.getKey(), actual(one.getValue())));
            return all;
        }
        if (example.isArray()) {
            ArrayNode all = JSON.arrayNode();
            example.forEach(one -> all.add(actual(one)));
            return all;
        }
        return example.isTextual() ? JSON.textNode(actual(example.textValue())) : example;
    }
}

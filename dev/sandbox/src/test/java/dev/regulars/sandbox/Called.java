package dev.regulars.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** What the things of the documented examples are really called here: ids and keys, learnt from answers. */
final class Called {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, String> really = new HashMap<>();

    /** Compares an answer with its example, place by place; what was called first keeps its name. */
    void learn(JsonNode example, JsonNode answer) {
        if (example.isTextual() && answer.isTextual()) {
            really.putIfAbsent(example.textValue(), answer.textValue());
        }
        example.properties().forEach(one -> learn(one.getValue(), answer.path(one.getKey())));
        for (int i = 0; example.isArray() && i < example.size(); i++) {
            learn(example.path(i), answer.path(i));
        }
    }

    boolean knows(String example) {
        return really.containsKey(example);
    }

    String really(String example) {
        return really.getOrDefault(example, example);
    }

    /** An example with all that is called otherwise here. */
    JsonNode really(JsonNode example) {
        if (example.isObject()) {
            ObjectNode all = JSON.objectNode();
            example.properties().forEach(one -> all.set(one.getKey(), really(one.getValue())));
            return all;
        }
        if (example.isArray()) {
            ArrayNode all = JSON.arrayNode();
            example.forEach(one -> all.add(really(one)));
            return all;
        }
        return example.isTextual() ? JSON.textNode(really(example.textValue())) : example;
    }
}

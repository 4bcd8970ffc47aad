package dev.regulars.systemtest.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Maps values of documented examples (ids, keys) to the values that the suite really returned. */
final class ExampleValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** Words of a vocabulary mean the same everywhere; ids, keys and addresses have a digit or a sign. */
    private static final Pattern WORDS = Pattern.compile("[\\p{L}_ !.,?]*");

    private final Map<String, String> actual = new HashMap<>();

    /** Walks a response beside its example; the first mapping of a value wins. */
    void learn(JsonNode example, JsonNode response) {
        if (example.isTextual()
                && response.isTextual()
                && !WORDS.matcher(example.textValue()).matches()) {
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

    /** The example with all known values replaced. */
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

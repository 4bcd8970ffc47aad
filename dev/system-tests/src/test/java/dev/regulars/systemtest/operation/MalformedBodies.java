package dev.regulars.systemtest.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Bodies that no operation may accept. */
final class MalformedBodies {

    /** Where the body may be left out, these leave it out. */
    private static final List<String> ABSENT = List.of("", "null");

    private static final List<String> FOR_ALL = List.of(
            "{",
            "[]",
            "\"text\"",
            "nonsense",
            "{}{}",
            "{\"$where\":\"1\"}",
            "{\"a\\u0000\":1}",
            "[".repeat(5_000),
            "{\"a\":".repeat(5_000));

    private MalformedBodies() {}

    static List<String> of(Operation operation) {
        List<String> bodies = new ArrayList<>(FOR_ALL);
        if (operation.requiresBody()) {
            bodies.addAll(ABSENT);
        }
        operation.requestMembers().forEach((name, schema) -> {
            bodies.add("{\"%s\":%s}".formatted(name, wrongType(schema)));
            bodies.add("{\"%1$s\":1,\"%1$s\":1}".formatted(name));
        });
        return bodies;
    }

    /** An object as in a query injection; for members that are objects, a number. */
    private static String wrongType(JsonNode schema) {
        boolean object = schema.path("type").toString().contains("object") || schema.has("properties");
        return object ? "5" : "{\"$ne\":null}";
    }
}

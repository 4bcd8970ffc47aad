package dev.regulars.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.systemtest.ExampleScenario.Given;
import dev.regulars.systemtest.ExampleScenario.NotSentYet;
import dev.regulars.systemtest.ExampleScenario.Play;
import dev.regulars.systemtest.ExampleScenario.Step;
import dev.regulars.testkit.document.DocumentedResponses;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sends every example of the document through the gateway, as the scenarios in {@code examples/} say. */
@ExtendWith(SharedSandbox.class)
class ExamplesIT {

    /** Times have milliseconds, all but the one that the contract wants to the second. */
    private static final Pattern COARSE_TIME =
            Pattern.compile("(?<!\"lastLogin\":\"\\d{4}-\\d\\d-\\d\\d)T\\d\\d:\\d\\d:\\d\\d(?!\\.\\d{3}Z)");

    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final ExampleCalls calls;

    ExamplesIT(SandboxProcess sandbox) throws IOException, InterruptedException {
        this.calls = new ExampleCalls(sandbox);
        Operation.of(Http.get(sandbox.gateway() + "/openapi.json")).forEach(one -> operations.put(one.toString(), one));
    }

    @TestFactory
    List<DynamicTest> everyExampleGetsTheDocumentedResponse() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        Set<String> played = new LinkedHashSet<>();
        for (Step step : ExampleScenario.allSteps()) {
            switch (step) {
                case Given given -> tests.add(dynamicTest("given " + given, () -> calls.prepare(given)));
                case NotSentYet later -> played.add(later.operation());
                case Play play -> {
                    assertThat(played.add(play.operation()))
                            .as(play + " is there twice")
                            .isTrue();
                    tests.addAll(tests(play));
                }
            }
        }
        tests.add(dynamicTest(
                "every operation with examples stands in a file of examples/", () -> assertThat(operations.values())
                        .filteredOn(Operation::hasExamples)
                        .extracting(Operation::toString)
                        .isSubsetOf(played)));
        return tests;
    }

    private List<DynamicTest> tests(Play play) {
        Operation operation = operations.get(play.operation());
        if (operation == null) {
            return List.of(dynamicTest(play.operation(), () -> fail("The document has no such operation")));
        }
        return operation.schemes().stream()
                .filter(scheme ->
                        !(scheme.equals("apiKey") && operation.path().contains("{"))) // ids are of another community
                .map(scheme -> dynamicTest(operation + " by " + scheme, () -> {
                    assumeTrue(operation.hasExamples(), "its examples are still to be documented");
                    play(operation, play, scheme);
                }))
                .toList();
    }

    private void play(Operation operation, Play play, String scheme) throws IOException, InterruptedException {
        if (!operation.hasBody()) {
            compare(operation, calls.send(operation, play, scheme, null).json());
            return;
        }
        assertThat(operation.requestExamples())
                .as("Examples of the body of " + operation)
                .isNotEmpty();
        for (JsonNode example : operation.requestExamples()) {
            fits("The example of the body of " + operation, example, operation.requestSchema(), operation);
            compare(operation, calls.send(operation, play, scheme, example).json());
        }
    }

    private void compare(Operation operation, JsonNode response) {
        JsonNode example = operation.response().path("example");
        assertThat(example).as("An example of the response of " + operation).isNotEmpty();
        JsonNode schema = operation.response().path("schema");
        fits("The response of " + operation, response, schema, operation);
        fits("The example of the response of " + operation, example, schema, operation);
        assertThat(members(example))
                .as("The members of example and response of " + operation)
                .isEqualTo(members(response));
        assertThat(envelope(example))
                .as("The envelope of example and response of " + operation)
                .isEqualTo(envelope(response));
    }

    private static void fits(String what, JsonNode body, JsonNode schema, Operation operation) {
        DocumentedResponses.fits(what, body.toString(), schema, operation.document());
        assertThat(body.toString()).as(what).doesNotContainPattern(COARSE_TIME);
    }

    /** The structure without values; equal elements of an array once. */
    private static JsonNode members(JsonNode body) {
        if (body.isObject()) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            body.properties().forEach(one -> all.set(one.getKey(), members(one.getValue())));
            return all;
        }
        Set<JsonNode> elements = new LinkedHashSet<>();
        body.forEach(one -> elements.add(members(one)));
        return body.isArray()
                ? JsonNodeFactory.instance.arrayNode().addAll(elements)
                : JsonNodeFactory.instance.nullNode();
    }

    private static JsonNode envelope(JsonNode body) {
        return ((ObjectNode) body.deepCopy()).without(List.of("data", "body"));
    }
}

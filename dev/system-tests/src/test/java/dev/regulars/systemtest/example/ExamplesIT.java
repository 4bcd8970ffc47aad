package dev.regulars.systemtest.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.systemtest.example.ExampleScenario.Given;
import dev.regulars.systemtest.example.ExampleScenario.Play;
import dev.regulars.systemtest.example.ExampleScenario.Step;
import dev.regulars.systemtest.example.ExampleScenario.TxtRecord;
import dev.regulars.systemtest.operation.Operation;
import dev.regulars.systemtest.sandbox.Http;
import dev.regulars.systemtest.sandbox.Http.Response;
import dev.regulars.systemtest.sandbox.SharedSandbox;
import dev.regulars.testkit.document.DocumentedResponses;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sends every example of the document through the gateway, as the scenarios in {@code examples/} say. */
@ExtendWith(SharedSandbox.class)
@TestInstance(Lifecycle.PER_CLASS)
class ExamplesIT {

    /** Times have milliseconds, all but the one that the contract wants to the second. */
    private static final Pattern COARSE_TIME =
            Pattern.compile("(?<!\"lastLogin\":\"\\d{4}-\\d\\d-\\d\\d)T\\d\\d:\\d\\d:\\d\\d(?!\\.\\d{3}Z)");

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final ExampleCalls calls;

    ExamplesIT(SandboxProcess sandbox) throws IOException, InterruptedException {
        this.calls = new ExampleCalls(sandbox);
        Operation.of(Http.get(sandbox.gateway() + "/openapi.json")).forEach(one -> operations.put(one.toString(), one));
    }

    @AfterAll
    void stopNameServer() {
        calls.close();
    }

    @TestFactory
    List<DynamicTest> everyExampleGetsTheDocumentedResponse() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        Set<String> played = new LinkedHashSet<>();
        for (Step step : ExampleScenario.allSteps()) {
            switch (step) {
                case Given given -> tests.add(dynamicTest("given " + given, () -> calls.prepare(given)));
                case TxtRecord record -> tests.add(dynamicTest("TXT record " + record, () -> calls.publish(record)));
                case Play play -> {
                    assertThat(played.add(play.operation()))
                            .as(play + " is there twice")
                            .isTrue();
                    tests.addAll(tests(play));
                }
            }
        }
        tests.add(dynamicTest("every operation stands in a file of examples/", () -> assertThat(operations.keySet())
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
                .map(scheme -> dynamicTest(operation + " by " + scheme, () -> play(operation, play, scheme)))
                .toList();
    }

    private void play(Operation operation, Play play, String scheme) throws IOException, InterruptedException {
        if (!operation.hasBody() || operation.takesForm()) {
            send(operation, play, scheme, null);
            return;
        }
        assertThat(operation.requestExamples())
                .as("Examples of the body of " + operation)
                .isNotEmpty();
        for (JsonNode example : operation.requestExamples()) {
            fits("The example of the body of " + operation, example, operation.requestSchema(), operation);
            send(operation, play, scheme, example);
        }
    }

    /** What other services have to hear of first is read until it is there. */
    private void send(Operation operation, Play play, String scheme, @Nullable JsonNode example)
            throws IOException, InterruptedException {
        if (play.isRepeated() || operation.method().equals("GET")) {
            await().atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(200))
                    .untilAsserted(() -> compare(operation, calls.send(operation, play, scheme, example)));
        } else {
            compare(operation, calls.send(operation, play, scheme, example));
        }
    }

    private void compare(Operation operation, Response response) throws IOException {
        if (!operation.answersJson()) {
            assertThat(response.header("Content-Type")).startsWith(operation.responseType());
            assertThat(response.text()).isNotEmpty();
            return;
        }
        JsonNode example = operation.response().path("example");
        assertThat(example).as("An example of the response of " + operation).isNotEmpty();
        JsonNode schema = operation.response().path("schema");
        fits("The example of the response of " + operation, example, schema, operation);
        fits("The response of " + operation, response.json(), schema, operation);
        new ExampleStructure(operation.document()).compare(operation.toString(), example, response.json(), schema);
    }

    private static void fits(String what, JsonNode body, JsonNode schema, Operation operation) {
        DocumentedResponses.fits(what, body.toString(), schema, operation.document());
        assertThat(body.toString()).as(what).doesNotContainPattern(COARSE_TIME);
    }
}

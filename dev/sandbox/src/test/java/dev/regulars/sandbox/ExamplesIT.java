package dev.regulars.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.regulars.sandbox.Http.Response;
import dev.regulars.testkit.DocumentedResponses;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Sends every example of the document through the gateway, as it stands there. Together they tell one story: what a path
 * or a body names, an earlier answer's example has shown, and the answer itself tells what it is really called here.
 */
@ExtendWith(SharedSandbox.class)
class ExamplesIT {

    /** A member of an example that cannot be sent as it stands. */
    private record Otherwise(String operation, String member, String because, Callable<String> value) {}

    /** What is needed is made before it is read, and goes last. */
    private static final List<String> METHODS = List.of("POST", "PUT", "PATCH", "GET", "DELETE");

    /**
     * Whose turn is not that of the alphabet: nobody logs in before the address is verified, a password is forgotten before that,
     * and whoever ends their own session does nothing afterwards.
     */
    private static final Map<String, String> TURNS = Map.of(
            "/v1/auth/forgot-password", "/api/v1/auth/verify-email/1",
            "/v1/auth/reset-password", "/api/v1/auth/verify-email/2",
            "/api/v1/auth/login", "/api/v1/auth/verify-email/3",
            "/v1/me/sessions/{sessionId}", "");

    /** Who logs out is somebody of whom nothing more is wanted. */
    private static final Map<String, String> LOGINS = Map.of("logoutSession", "loginUser /data/token");

    private static final String CHANGED_PASSWORD = "@Password456";
    /** Times have milliseconds, all but the one that the contract wants to the second. */
    private static final Pattern COARSE_TIME =
            Pattern.compile("(?<!\"lastLogin\":\"\\d{4}-\\d\\d-\\d\\d)T\\d\\d:\\d\\d:\\d\\d(?!\\.\\d{3}Z)");

    private final List<Otherwise> otherwise = List.of(
            new Otherwise("verifyEmail", "code", "it came by mail", () -> mailed(Mailbox.CODE, 1)),
            new Otherwise("resetPassword", "token", "it came by mail", () -> mailed(Mailbox.TOKEN, 1)),
            new Otherwise("confirmAccountLink", "token", "it came by mail", this::linkToken),
            new Otherwise("disableSecondFactor", "password", "it was changed", () -> CHANGED_PASSWORD),
            new Otherwise("disableSecondFactor", "code", "it came by mail", this::secondFactor),
            new Otherwise("createServer", "uri", "no two communities share it", ExamplesIT::unique),
            new Otherwise("createServer", "domain", "no two communities share it", ExamplesIT::unique),
            new Otherwise("createWebhook", "url", "no test calls the outside", this::receiver));

    private final SandboxProcess sandbox;
    private final ExampleValues values = new ExampleValues();
    private final Map<String, JsonNode> responses = new HashMap<>();
    private final Set<Otherwise> sentOtherwise = new LinkedHashSet<>();

    ExamplesIT(SandboxProcess sandbox) {
        this.sandbox = sandbox;
    }

    @TestFactory
    List<DynamicTest> everyExampleIsAnsweredAsDocumented() throws IOException, InterruptedException {
        List<Operation> operations = Operation.of(Http.get(sandbox.gateway() + "/openapi.json"));
        assertThat(operations).isNotEmpty();
        List<DynamicTest> story = new ArrayList<>();
        operations.stream().sorted(inTurn()).forEach(one -> one.schemes()
                .forEach(scheme -> story.add(dynamicTest(one + " by " + scheme, () -> play(one, scheme)))));
        story.add(dynamicTest("nothing else is sent otherwise", () -> assertThat(sentOtherwise)
                .containsAll(otherwise)));
        return story;
    }

    private static Comparator<Operation> inTurn() {
        Comparator<Operation> made = comparing(one -> TURNS.getOrDefault(one.path(), one.path()));
        return comparing((Operation one) -> METHODS.indexOf(one.method()))
                .thenComparing((one, other) ->
                        one.method().equals("DELETE") ? made.compare(other, one) : made.compare(one, other));
    }

    private void play(Operation operation, String scheme) throws Exception {
        if (!operation.hasBody()) {
            send(operation, scheme, null);
            return;
        }
        assertThat(operation.requestExamples())
                .as("Examples of the body of " + operation)
                .isNotEmpty();
        for (JsonNode requestBody : operation.requestExamples()) {
            fits("The example of the body of " + operation, requestBody, operation.requestSchema(), operation);
            send(operation, scheme, body(operation, requestBody));
        }
    }

    private void send(Operation operation, String scheme, @Nullable JsonNode body)
            throws IOException, InterruptedException {
        var headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        headers.putAll(credential(operation, scheme));
        byte[] bytes = body == null ? null : body.toString().getBytes(UTF_8);
        Response response = Http.send(operation.method(), sandbox.gateway() + path(operation), bytes, headers);
        assertThat(response.status()).as(operation + ": " + response.text()).isEqualTo(operation.status());
        values.learn(operation.response().path("example"), response.json());
        responses.putIfAbsent(operation.id(), response.json());
        compare(operation, response.json());
    }

    private void compare(Operation operation, JsonNode response) {
        JsonNode example = operation.response().path("example");
        assertThat(example).as("An example of the answer of " + operation).isNotEmpty();
        JsonNode schema = operation.response().path("schema");
        fits("The answer of " + operation, response, schema, operation);
        fits("The example of the answer of " + operation, example, schema, operation);
        assertThat(members(example))
                .as("The members of example and answer of " + operation)
                .isEqualTo(members(response));
        assertThat(envelope(example))
                .as("The envelope of example and answer of " + operation)
                .isEqualTo(envelope(response));
    }

    private static void fits(String what, JsonNode body, JsonNode schema, Operation operation) {
        DocumentedResponses.fits(what, body.toString(), schema, operation.document());
        assertThat(body.toString()).as(what).doesNotContainPattern(COARSE_TIME);
    }

    /** The same without values; of equal elements one. */
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

    private JsonNode body(Operation operation, JsonNode requestBody) throws Exception {
        var body = (ObjectNode) values.actual(requestBody);
        for (Otherwise one : otherwise) {
            if (one.operation().equals(operation.id())) {
                assertThat(body.has(one.member())).as(one.member()).isTrue();
                body.put(one.member(), one.value().call());
                sentOtherwise.add(one);
            }
        }
        return body;
    }

    private String path(Operation operation) {
        String path = operation.path();
        for (var parameter : operation.parameters().entrySet()) {
            String example = parameter.getValue();
            assertThat(example)
                    .as("An example of " + parameter.getKey() + " of " + operation)
                    .isNotNull();
            assertThat(values.knows(example))
                    .as("An answer before " + operation + " shows " + example)
                    .isTrue();
            path = path.replace("{" + parameter.getKey() + "}", values.actual(example));
        }
        return path;
    }

    private Map<String, String> credential(Operation operation, String scheme)
            throws IOException, InterruptedException {
        return switch (scheme) {
            case "bearer" ->
                Map.of(
                        "Authorization",
                        "Bearer "
                                + (operation.isForKeys()
                                        ? told("createApiKey", "/data/key")
                                        : operation.isForTheAdmin() ? adminToken() : token(operation)));
            case "apiKey" -> Map.of("x-api-key", sandbox.demo().systemKey());
            case "nobody" -> Map.of();
            default -> throw new AssertionError("Nobody has a credential of the kind " + scheme);
        };
    }

    private String told(String operation, String where) {
        assertThat(responses).as("Answers so far").containsKey(operation);
        return responses.get(operation).at(where).asText();
    }

    private String token(Operation operation) {
        String[] login = LOGINS.getOrDefault(operation.id(), "loginSystemUser /body/token")
                .split(" ");
        return told(login[0], login[1]);
    }

    /** Asked for by the call that lacks it. */
    private String secondFactor() throws IOException, InterruptedException {
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + told("loginSystemUser", "/body/token"));
        byte[] body = Http.write(Map.of("password", CHANGED_PASSWORD)).getBytes(UTF_8);
        Response asked = Http.send("DELETE", sandbox.gateway() + "/v1/me/second-factor", body, headers);
        assertThat(asked.text()).contains("Second factor required");
        return mailed(Mailbox.CODE, 2);
    }

    /** @param which of all mails that hold such a secret, counted from the oldest */
    private String mailed(Pattern secret, int which) {
        return new Mailbox(sandbox, told("registerAccount", "/body/email")).nth(secret, which);
    }

    /** The demo community asks for the account of the story, which it does not know. */
    private String linkToken() throws IOException, InterruptedException {
        String to = told("registerAccount", "/body/email");
        String wish = """
                {"firstname": "Ana", "lastname": "Okafor", "username": "ana", "displayname": "Ana", "email": "%s",
                 "accessLevel": 0, "joinServer": true, "emailPassword": false, "sendEmail": false}""".formatted(to);
        var key = Map.of(
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + sandbox.demo().apiKey());
        Response asked = Http.send("POST", sandbox.gateway() + "/v1/users", wish.getBytes(UTF_8), key);
        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        return mailed(Mailbox.TOKEN, 2);
    }

    /** The owner of the demo community answers for the sandbox. */
    private String adminToken() throws IOException, InterruptedException {
        var owner = sandbox.demo().owner();
        String login = Http.write(Map.of("email", owner.email(), "password", owner.password()));
        var json = Map.of("Content-Type", "application/json");
        return Http.send("POST", sandbox.gateway() + "/api/v1/auth/login", login.getBytes(UTF_8), json)
                .json()
                .at("/body/token")
                .asText();
    }

    private String receiver() {
        return sandbox.control() + "/receivers/examples";
    }

    private static String unique() {
        return "chess-" + UUID.randomUUID();
    }
}

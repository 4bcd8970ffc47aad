package dev.regulars.systemtest.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.systemtest.example.ExampleScenario.Given;
import dev.regulars.systemtest.example.ExampleScenario.Play;
import dev.regulars.systemtest.example.ExampleScenario.TxtRecord;
import dev.regulars.systemtest.operation.Operation;
import dev.regulars.systemtest.sandbox.Http;
import dev.regulars.systemtest.sandbox.Http.Response;
import dev.regulars.systemtest.sandbox.SharedSandbox;
import dev.regulars.testkit.NameServer;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sends the examples of operations: with real ids, replaced members and the right credential. */
final class ExampleCalls implements AutoCloseable {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper READER = new ObjectMapper();

    private final SandboxProcess sandbox;
    private final ExampleSources sources;
    private final NameServer names = new NameServer(SharedSandbox.NAME_SERVER);
    private final ExampleValues values = new ExampleValues();

    ExampleCalls(SandboxProcess sandbox) throws IOException {
        this.sandbox = sandbox;
        this.sources = new ExampleSources(sandbox);
    }

    /** Sends one example, and learns the real values of the response. */
    Response send(Operation operation, Play play, String scheme, @Nullable JsonNode example)
            throws IOException, InterruptedException {
        var headers = new HashMap<>(Map.of("Content-Type", operation.takesForm() ? FormBody.TYPE : "application/json"));
        headers.putAll(credential(operation, play, scheme));
        play.headers().forEach((name, value) -> headers.put(name, sources.value(value)));
        String url = sandbox.gateway() + path(operation, play) + query(operation, play, scheme);
        Response response = Http.send(operation.method(), url, body(operation, play, example), headers);
        assertThat(response.status()).as(operation + ": " + response.text()).isEqualTo(operation.status());
        if (operation.answersJson()) {
            values.learn(operation.response().path("example"), response.json());
            sources.keep(operation, response.json());
        }
        return response;
    }

    void prepare(Given given) throws IOException, InterruptedException {
        var headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        switch (given.credential()) {
            case "token" -> headers.putAll(bearer(sources.returned(ExampleSources.TOKEN)));
            case "second" -> headers.putAll(bearer(sources.tokenOfSecond()));
            case "demo-key" -> headers.putAll(bearer(sandbox.demo().apiKey()));
            case "rocket-chat" -> headers.putAll(rocketChat("loginRocketChat"));
            default -> {} // none
        }
        byte[] body =
                given.body().isEmpty() ? null : sources.filled(given.body()).getBytes(UTF_8);
        String url = sandbox.gateway() + sources.filled(given.path());
        Response response = Http.send(given.method(), url, body, headers);
        assertThat(response.status()).as(given + ": " + response.text()).isEqualTo(given.status());
        sources.keepGiven(response.json());
    }

    void publish(TxtRecord record) {
        names.texts.put(
                sources.returned(record.where() + "/name"), List.of(sources.returned(record.where() + "/value")));
    }

    @Override
    public void close() {
        names.close();
    }

    private byte @Nullable [] body(Operation operation, Play play, @Nullable JsonNode example) throws IOException {
        if (operation.takesForm()) {
            Map<String, String> parts = new LinkedHashMap<>();
            play.members().forEach((name, value) -> parts.put(name, sources.value(value)));
            return FormBody.of(parts);
        }
        return example == null ? null : body(play, example).toString().getBytes(UTF_8);
    }

    private JsonNode body(Play play, JsonNode example) throws IOException {
        JsonNode body = values.actual(example);
        for (var member : play.members().entrySet()) {
            String name = member.getKey();
            var where = JsonPointer.compile(name.startsWith("/") ? name : "/" + name);
            assertThat(body.at(where).isMissingNode())
                    .as("%s is missing in the example of %s", where, play.operation())
                    .isFalse();
            String value = sources.value(member.getValue());
            JsonNode node = member.getValue().startsWith("int:") ? READER.readTree(value) : JSON.textNode(value);
            JsonNode parent = body.at(where.head());
            if (parent instanceof ArrayNode array) {
                array.set(where.last().getMatchingIndex(), node);
            } else {
                ((ObjectNode) parent).set(where.last().getMatchingProperty(), node);
            }
        }
        return body;
    }

    /** With the values that earlier responses returned: for the documented example, or as the id of the parent path. */
    private String path(Operation operation, Play play) {
        String path = operation.path();
        for (var given : play.pathParameters().entrySet()) {
            path = path.replace(given.getKey(), sources.value(given.getValue()));
        }
        for (var parameter : operation.parameters().entrySet()) {
            String variable = "{" + parameter.getKey() + "}";
            if (!path.contains(variable)) {
                continue;
            }
            String example = parameter.getValue();
            String value = example != null && values.knows(example)
                    ? values.actual(example)
                    : sources.idOf(
                            operation.path().substring(0, operation.path().indexOf("/" + variable)));
            assertThat(value)
                    .as("A response before %s with a value for %s", operation, variable)
                    .isNotEmpty();
            path = path.replace(variable, value);
        }
        return path;
    }

    /** People say which community they mean; keys bring theirs. */
    private String query(Operation operation, Play play, String scheme) {
        boolean person = scheme.equals("bearer") && (!play.as().isEmpty() || !operation.isForKeys());
        Map<String, String> all = new LinkedHashMap<>();
        if (person && operation.needsCommunityQuery() && !operation.path().contains("/servers")) {
            all.put("communityId", sources.returned(ExampleSources.COMMUNITY));
        }
        play.queryParameters().forEach((name, value) -> all.put(name, sources.value(value)));
        return all.isEmpty()
                ? ""
                : all.entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining("&", "?", ""));
    }

    private Map<String, String> credential(Operation operation, Play play, String scheme)
            throws IOException, InterruptedException {
        return switch (scheme) {
            case "bearer" -> bearer(token(operation, play));
            case "apiKey" -> Map.of("x-api-key", sandbox.demo().systemKey());
            case "rocketChatToken" -> rocketChat(play.as().isEmpty() ? "loginRocketChat" : play.as());
            case "nobody" -> Map.of();
            default -> throw new AssertionError("No credential for the scheme " + scheme);
        };
    }

    private Map<String, String> rocketChat(String login) {
        return Map.of(
                "X-Auth-Token",
                sources.returned(login + ":/data/authToken"),
                "X-User-Id",
                sources.returned(login + ":/data/userId"));
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private String token(Operation operation, Play play) throws IOException, InterruptedException {
        if (play.as().equals("second") || (play.as().isEmpty() && operation.isForTheAdmin())) {
            return sources.tokenOfSecond();
        }
        if (!play.as().isEmpty()) {
            return sources.returned(play.as());
        }
        return sources.returned(operation.isForKeys() ? ExampleSources.KEY : ExampleSources.TOKEN);
    }
}

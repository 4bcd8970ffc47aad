package dev.regulars.systemtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.sandbox.seed.Demo;
import dev.regulars.systemtest.ExampleScenario.Given;
import dev.regulars.systemtest.ExampleScenario.Play;
import dev.regulars.systemtest.Http.Response;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sends the examples of operations: with real ids, replaced members and the right credential. */
final class ExampleCalls {

    private static final String TOKEN = "loginSystemUser:/body/token";
    private static final List<String> IDS =
            List.of("/data/_id", "/body/_id", "/data/0/_id", "/body/0/_id", "/data/0/transactionId");
    private static final String USER_ID = "loginSystemUser:/body/user/userId";
    private static final String COMMUNITY = "createServer:/body/_id";
    private static final String KEY = "createApiKey:/data/key";
    private static final Map<String, String> FILLED = Map.of(
            "$userId",
            USER_ID,
            "$community",
            COMMUNITY,
            "$channel",
            "createChannel:/body/_id",
            "$message",
            "getMessages:/data/messages/0/id");

    private final SandboxProcess sandbox;
    private final Demo demo;
    private final ExampleValues values = new ExampleValues();
    private final Map<String, JsonNode> responses = new HashMap<>();
    private final Map<String, JsonNode> byPath = new HashMap<>();

    ExampleCalls(SandboxProcess sandbox) throws IOException {
        this.sandbox = sandbox;
        this.demo = sandbox.demo();
    }

    /** Sends one example, and learns the real values of the response. */
    Response send(Operation operation, Play play, String scheme, @Nullable JsonNode example)
            throws IOException, InterruptedException {
        var headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        headers.putAll(credential(operation, play, scheme));
        byte[] bytes = example == null ? null : body(play, example).toString().getBytes(UTF_8);
        Response response = Http.send(
                operation.method(),
                sandbox.gateway() + path(operation, play) + query(operation, play, scheme),
                bytes,
                headers);
        assertThat(response.status()).as(operation + ": " + response.text()).isEqualTo(operation.status());
        values.learn(operation.response().path("example"), response.json());
        responses.putIfAbsent(operation.id(), response.json());
        byPath.putIfAbsent(operation.toString(), response.json());
        return response;
    }

    void prepare(Given given) throws IOException, InterruptedException {
        var headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        switch (given.credential()) {
            case "token" -> headers.put("Authorization", "Bearer " + returned(TOKEN));
            case "demo-key" -> headers.put("Authorization", "Bearer " + demo.apiKey());
            default -> {} // none
        }
        byte[] body = filled(given.body()).getBytes(UTF_8);
        Response response = Http.send(given.method(), sandbox.gateway() + filled(given.path()), body, headers);
        assertThat(response.status()).as(given + ": " + response.text()).isEqualTo(given.status());
        responses.put("given", response.json());
    }

    /** With the address and decimal id of the user, and what the scenario has. */
    private String filled(String text) {
        String filled = text.contains("$email") ? text.replace("$email", email()) : text;
        for (var value : FILLED.entrySet()) {
            filled = filled.contains(value.getKey())
                    ? filled.replace(value.getKey(), returned(value.getValue()))
                    : filled;
        }
        return filled;
    }

    private JsonNode body(Play play, JsonNode example) {
        var body = (ObjectNode) values.actual(example);
        play.members().forEach((member, value) -> {
            assertThat(body.has(member))
                    .as("%s in the example of %s", member, play.operation())
                    .isTrue();
            body.put(member, value(value));
        });
        return body;
    }

    private String value(String kind) {
        String argument = kind.substring(kind.indexOf(':') + 1);
        return switch (kind.split(":", 2)[0]) {
            case "mailed-code" -> mailed(Mailbox.CODE, argument);
            case "mailed-token" -> mailed(Mailbox.TOKEN, argument);
            case "text" -> argument;
            case "of" -> returned(argument);
            case "second" -> demo.owner().userId();
            case "unique" -> "chess-" + UUID.randomUUID();
            case "unique-host" -> "chess-" + UUID.randomUUID() + ".example.com";
            case "receiver" -> sandbox.control() + "/receivers/examples";
            default -> throw new AssertionError("No such value: " + kind);
        };
    }

    private String mailed(Pattern secret, String which) {
        return new Mailbox(sandbox, email()).nth(secret, Integer.parseInt(which));
    }

    private String email() {
        return returned("registerAccount:/body/email");
    }

    /** @param where operation id and JSON pointer of an earlier response */
    private String returned(String where) {
        String[] words = where.split(":", 2);
        assertThat(responses).as("Earlier responses").containsKey(words[0]);
        return responses.get(words[0]).at(words[1]).asText();
    }

    /** With the values that earlier responses returned: for the documented example, or as the id of the parent path. */
    private String path(Operation operation, Play play) {
        String path = operation.path();
        for (var given : play.pathParameters().entrySet()) {
            path = path.replace(given.getKey(), value(given.getValue()));
        }
        for (var parameter : operation.parameters().entrySet()) {
            String variable = "{" + parameter.getKey() + "}";
            if (!path.contains(variable)) {
                continue;
            }
            String example = parameter.getValue();
            String value = example != null && values.knows(example)
                    ? values.actual(example)
                    : idOf(operation.path().substring(0, operation.path().indexOf("/" + variable)));
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
            all.put("communityId", returned(COMMUNITY));
        }
        play.queryParameters().forEach((name, value) -> all.put(name, value(value)));
        return all.isEmpty()
                ? ""
                : all.entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining("&", "?", ""));
    }

    /** The id in an earlier response of this path; empty where there is none. */
    private String idOf(String path) {
        for (String method : List.of("POST ", "GET ")) {
            JsonNode response = byPath.get(method + path);
            for (String where : IDS) {
                if (response != null && !response.at(where).isMissingNode()) {
                    return response.at(where).asText();
                }
            }
        }
        return "";
    }

    private Map<String, String> credential(Operation operation, Play play, String scheme)
            throws IOException, InterruptedException {
        return switch (scheme) {
            case "bearer" -> Map.of("Authorization", "Bearer " + bearer(operation, play));
            case "apiKey" -> Map.of("x-api-key", demo.systemKey());
            case "rocketChatToken" ->
                Map.of(
                        "X-Auth-Token",
                        returned("loginRocketChat:/data/authToken"),
                        "X-User-Id",
                        returned("loginRocketChat:/data/userId"));
            case "nobody" -> Map.of();
            default -> throw new AssertionError("No credential for the scheme " + scheme);
        };
    }

    private String bearer(Operation operation, Play play) throws IOException, InterruptedException {
        if (play.as().equals("second")) {
            return token(demo.owner());
        }
        if (!play.as().isEmpty()) {
            return returned(play.as());
        }
        if (operation.isForTheAdmin()) {
            return token(demo.owner()); // the installation admin of the sandbox
        }
        return returned(operation.isForKeys() ? KEY : TOKEN);
    }

    private String token(Demo.Person person) throws IOException, InterruptedException {
        String login = Http.write(Map.of("email", person.email(), "password", person.password()));
        var json = Map.of("Content-Type", "application/json");
        return Http.send("POST", sandbox.gateway() + "/api/v1/auth/login", login.getBytes(UTF_8), json)
                .json()
                .at("/body/token")
                .asText();
    }
}

package dev.regulars.systemtest.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.sandbox.seed.Demo;
import dev.regulars.systemtest.operation.Operation;
import dev.regulars.systemtest.sandbox.Http;
import dev.regulars.systemtest.sandbox.Mailbox;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Where the scenarios take their values from: earlier responses, the demo community, the mailbox. */
final class ExampleSources {

    static final String TOKEN = "loginSystemUser:/body/token";
    static final String COMMUNITY = "createServer:/body/_id";
    static final String KEY = "createApiKey:/data/key";

    private static final List<String> IDS =
            List.of("/data/_id", "/body/_id", "/data/0/_id", "/body/0/_id", "/data/0/transactionId");
    private static final Pattern FILL_IN = Pattern.compile("\\$\\{([^}]+)}|\\$\\w+");
    private static final Map<String, String> FILLED = Map.of(
            "$email", "email",
            "$userId", "of:loginSystemUser:/body/user/userId",
            "$second", "second",
            "$community", "of:" + COMMUNITY,
            "$channel", "of:createChannel:/body/_id",
            "$message", "of:getMessages:/data/messages/0/id");

    private final SandboxProcess sandbox;
    private final Demo demo;
    private final JsonNode seeded;
    private final Map<String, JsonNode> responses = new HashMap<>();
    private final Map<String, JsonNode> byPath = new HashMap<>();

    ExampleSources(SandboxProcess sandbox) throws IOException {
        this.sandbox = sandbox;
        this.demo = sandbox.demo();
        this.seeded =
                new ObjectMapper().readTree(sandbox.home().file("sandbox.json").toFile());
    }

    void keep(Operation operation, JsonNode response) {
        if (response.path("data").isArray() && response.path("data").isEmpty()) {
            return; // its elements are still to come
        }
        responses.putIfAbsent(operation.id(), response);
        byPath.putIfAbsent(operation.toString(), response);
    }

    void keepGiven(JsonNode response) {
        responses.put("given", response);
    }

    /** @param kind as the README of the examples lists them */
    String value(String kind) {
        String argument = kind.substring(kind.indexOf(':') + 1);
        return switch (kind.split(":", 2)[0]) {
            case "mailed-code" -> mailed(Mailbox.CODE, argument);
            case "mailed-token" -> mailed(Mailbox.TOKEN, argument);
            case "text", "int" -> argument;
            case "csv" -> filled(kind);
            case "many" -> "csv:" + many(filled(argument));
            case "of" -> returned(argument);
            case "query" -> query(argument);
            case "email" -> email();
            case "second" -> demo.owner().userId();
            case "demo" -> seeded.at(argument).asText();
            case "today" -> date(0, argument);
            case "yesterday" -> date(1, argument);
            case "unique" -> "chess-" + UUID.randomUUID();
            case "unique-host" -> "chess-" + UUID.randomUUID() + ".example.com";
            case "receiver" -> sandbox.control() + "/receivers/examples";
            case "image" -> kind;
            default -> throw new AssertionError("No such value: " + kind);
        };
    }

    /** With values instead of their names. */
    String filled(String text) {
        Function<MatchResult, String> fill = found -> {
            String kind = found.group(1) == null ? FILLED.get(found.group()) : found.group(1);
            assertThat(kind).as(found.group() + " in " + text).isNotNull();
            return Matcher.quoteReplacement(value(kind));
        };
        return FILL_IN.matcher(text).replaceAll(fill);
    }

    /** @param where operation id and JSON pointer of an earlier response */
    String returned(String where) {
        String[] words = where.split(":", 2);
        assertThat(responses).as("Earlier responses").containsKey(words[0]);
        return responses.get(words[0]).at(words[1]).asText();
    }

    /** The id in an earlier response of this path; empty where there is none. */
    String idOf(String path) {
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

    /** A new login of the second person: the owner of the demo community, who is the installation admin too. */
    String tokenOfSecond() throws IOException, InterruptedException {
        Demo.Person person = demo.owner();
        String login = Http.write(Map.of("email", person.email(), "password", person.password()));
        var json = Map.of("Content-Type", "application/json");
        return Http.send("POST", sandbox.gateway() + "/api/v1/auth/login", login.getBytes(UTF_8), json)
                .json()
                .at("/body/token")
                .asText();
    }

    /** @param text a number, and lines of which the last one is there so often, with its number for {@code #} */
    private static String many(String text) {
        String[] words = text.split(":", 2);
        int last = words[1].lastIndexOf('|');
        return IntStream.range(0, Integer.parseInt(words[0]))
                .mapToObj(number -> words[1].substring(last).replace("#", "" + number))
                .collect(Collectors.joining("", words[1].substring(0, last), ""));
    }

    private static String date(int daysAgo, String form) {
        return LocalDate.now(ZoneOffset.UTC).minusDays(daysAgo).format(DateTimeFormatter.ofPattern(form, Locale.ROOT));
    }

    /** @param argument name of a query parameter, and where the URL is */
    private String query(String argument) {
        String[] words = argument.split(":", 2);
        var found = Pattern.compile("[?&]" + words[0] + "=([^&]*)").matcher(returned(words[1]));
        assertThat(found.find()).as("%s in a URL", words[0]).isTrue();
        return found.group(1);
    }

    private String mailed(Pattern secret, String which) {
        return new Mailbox(sandbox, email()).nth(secret, Integer.parseInt(which));
    }

    private String email() {
        return returned("registerAccount:/body/email");
    }
}

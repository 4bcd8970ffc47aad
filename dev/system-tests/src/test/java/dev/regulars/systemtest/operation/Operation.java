package dev.regulars.systemtest.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One operation of an OpenAPI document. */
public record Operation(String method, String path, JsonNode definition, JsonNode document) {

    public static final String FORM = "multipart/form-data";

    public static List<Operation> of(JsonNode document) {
        List<Operation> all = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(one -> {
                    String method = one.getKey().toUpperCase(Locale.ROOT);
                    all.add(new Operation(method, path.getKey(), one.getValue(), document));
                }));
        return all;
    }

    public String id() {
        return definition.path("operationId").asText();
    }

    /** Its security schemes, the first of each pair; each is enough. */
    public List<String> schemes() {
        List<String> all = new ArrayList<>();
        definition.path("security").forEach(one -> all.add(one.fieldNames().next()));
        return all.isEmpty() ? List.of("nobody") : all;
    }

    /** The permission that admits an API key; empty where keys are not admitted. */
    String permission() {
        return definition.path("x-needs").path("permission").asText();
    }

    Set<String> permissions() {
        return permission().isEmpty() ? Set.of() : Set.of(permission().split(", "));
    }

    public boolean isPublic() {
        return definition.path("security").isEmpty();
    }

    /** In a community; the other ids of the path are all the same. */
    String path(String community, String otherIds) {
        return path.replace("{communityId}", community).replaceAll("\\{\\w+}", otherIds);
    }

    /** Whether people name the community in the query: its path has none. */
    public boolean needsCommunityQuery() {
        String level = definition.path("x-needs").path("level").asText("application");
        return !level.equals("application") && !path.contains("{communityId}");
    }

    /** Whether a call without a body and without ids has effects. */
    boolean hasEffectsAsItStands() {
        return (!method.equals("GET") || path.endsWith("/logout"))
                && !hasBody()
                && pathParameters().stream().allMatch("communityId"::equals);
    }

    /** Whether its credential is a pair of token and user. */
    boolean isRocketChat() {
        return schemes().contains("rocketChatToken");
    }

    /** Joining a community. */
    boolean isForStrangers() {
        return path.endsWith("/join");
    }

    /** The names of the path parameters. */
    List<String> pathParameters() {
        return Pattern.compile("\\{(\\w+)}")
                .matcher(path)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Schemas of the members of the request body, by name. */
    Map<String, JsonNode> requestMembers() {
        Map<String, JsonNode> all = new TreeMap<>();
        resolve(requestSchema())
                .path("properties")
                .properties()
                .forEach(one -> all.put(one.getKey(), resolve(one.getValue())));
        return all;
    }

    private JsonNode resolve(JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.path("$ref").asText().substring(1)) : schema;
    }

    public boolean isForKeys() {
        return definition.path("x-needs").has("permission");
    }

    boolean isForUserKeys() {
        JsonNode needs = definition.path("x-needs");
        return needs.has("userKey")
                || needs.path("kinds").valueStream().anyMatch(kind -> kind.asText()
                        .equals("userKey"));
    }

    public boolean isForTheAdmin() {
        return definition.path("x-needs").has("installationAdmin");
    }

    public boolean hasBody() {
        return definition.has("requestBody");
    }

    /** Whether the body is a form with files. */
    public boolean takesForm() {
        return definition.path("requestBody").path("content").has(FORM);
    }

    boolean requiresBody() {
        return definition.path("requestBody").path("required").asBoolean();
    }

    /** The schema of the request body. */
    public JsonNode requestSchema() {
        return json(definition.path("requestBody")).path("schema");
    }

    /** Examples of the request body; a list has one element of each kind. */
    public JsonNode requestExamples() {
        JsonNode body = json(definition.path("requestBody"));
        JsonNode schema = resolve(body.path("schema"));
        ArrayNode examples = JsonNodeFactory.instance.arrayNode();
        if (body.has("example")) {
            examples.add(body.path("example"));
        } else if (schema.has("items")) {
            examples.add(resolve(schema.path("items")).path("examples"));
        } else {
            schema.path("examples").forEach(examples::add);
        }
        return examples;
    }

    /** Whether the query must have more than the community. */
    boolean requiresQuery() {
        return definition
                .path("parameters")
                .valueStream()
                .map(this::resolve)
                .anyMatch(one -> one.path("in").asText().equals("query")
                        && one.path("required").asBoolean()
                        && !one.path("name").asText().equals("communityId"));
    }

    /** Examples of the path parameters, by name. */
    public Map<String, @Nullable String> parameters() {
        Map<String, @Nullable String> all = new TreeMap<>();
        definition.path("parameters").forEach(parameter -> {
            JsonNode one = resolve(parameter);
            if (one.path("in").asText().equals("path")) {
                all.put(one.path("name").asText(), one.path("example").textValue());
            }
        });
        return all;
    }

    /** The status of success. */
    public int status() {
        return definition.path("responses").properties().stream()
                .map(Map.Entry::getKey)
                .filter(status -> status.startsWith("2"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElseThrow();
    }

    /** Schema and example of the success response. */
    public JsonNode response() {
        return json(definition.path("responses").path("" + status()));
    }

    public boolean answersJson() {
        return !response().isMissingNode();
    }

    /** The media type of success. */
    public String responseType() {
        return definition
                .path("responses")
                .path("" + status())
                .path("content")
                .fieldNames()
                .next();
    }

    private static JsonNode json(JsonNode of) {
        return of.path("content").path("application/json");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}

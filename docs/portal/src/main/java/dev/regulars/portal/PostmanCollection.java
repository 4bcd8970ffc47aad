package dev.regulars.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A Postman collection (v2.1) of all operations: a folder per tag, credentials and addresses as variables. */
final class PostmanCollection {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final String SCHEMA = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

    private final JsonNode openApi;
    private final Map<String, ArrayNode> folders = new TreeMap<>();

    PostmanCollection(JsonNode openApi) {
        this.openApi = openApi;
    }

    JsonNode document() {
        openApi.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation -> add(path.getKey(), operation.getKey(), operation.getValue())));
        ObjectNode all = JSON.createObjectNode();
        all.putObject("info").put("name", "Regulars").put("schema", SCHEMA);
        ArrayNode variables = all.putArray("variable");
        for (String name : new String[] {"baseUrl", "token", "systemKey", "authToken", "userId"}) {
            variables.addObject().put("key", name).put("value", name.equals("baseUrl") ? "http://localhost:8080" : "");
        }
        ArrayNode items = all.putArray("item");
        folders.forEach((tag, operations) -> items.addObject().put("name", tag).set("item", operations));
        return all;
    }

    private void add(String path, String method, JsonNode operation) {
        ObjectNode item =
                JSON.createObjectNode().put("name", operation.path("summary").asText());
        ObjectNode request = item.putObject("request").put("method", method.toUpperCase(Locale.ROOT));
        request.put("description", operation.path("description").asText());
        request.set("url", url(path, operation));
        request.set("header", headers(operation));
        request.putObject("auth").put("type", "noauth");
        String scheme = operation.at("/security/0").properties().stream()
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
        if (scheme.equals("bearer")) {
            request.putObject("auth")
                    .put("type", "bearer")
                    .putArray("bearer")
                    .addObject()
                    .put("key", "token")
                    .put("value", "{{token}}")
                    .put("type", "string");
        }
        JsonNode json = operation.at("/requestBody/content").path("application/json");
        if (!json.isMissingNode()) {
            ObjectNode body = request.putObject("body").put("mode", "raw").put("raw", example(json));
            body.putObject("options").putObject("raw").put("language", "json");
        }
        folders.computeIfAbsent(operation.at("/tags/0").asText("Other"), tag -> JSON.createArrayNode())
                .add(item);
    }

    private ObjectNode url(String path, JsonNode operation) {
        String postman = path.replaceAll("\\{([^}]+)}", ":$1");
        ObjectNode url = JSON.createObjectNode().put("raw", "{{baseUrl}}" + postman);
        url.putArray("host").add("{{baseUrl}}");
        ArrayNode segments = url.putArray("path");
        for (String segment : postman.substring(1).split("/", -1)) {
            segments.add(segment);
            if (segment.startsWith(":")) {
                url.withArray("/variable")
                        .addObject()
                        .put("key", segment.substring(1))
                        .put("value", "");
            }
        }
        parameters(operation, "query").forEach(name -> url.withArray("/query")
                .addObject()
                .put("key", name)
                .put("value", "")
                .put("disabled", true));
        return url;
    }

    private ArrayNode headers(JsonNode operation) {
        ArrayNode headers = JSON.createArrayNode();
        operation.path("security").path(0).fieldNames().forEachRemaining(scheme -> {
            switch (scheme) {
                case "apiKey" -> headers.addObject().put("key", "x-api-key").put("value", "{{systemKey}}");
                case "rocketChatToken" ->
                    headers.addObject().put("key", "X-Auth-Token").put("value", "{{authToken}}");
                case "rocketChatUser" ->
                    headers.addObject().put("key", "X-User-Id").put("value", "{{userId}}");
                default -> {}
            }
        });
        parameters(operation, "header")
                .forEach(name ->
                        headers.addObject().put("key", name).put("value", "").put("disabled", true));
        return headers;
    }

    private List<String> parameters(JsonNode operation, String in) {
        return operation
                .path("parameters")
                .valueStream()
                .map(this::resolved)
                .filter(parameter -> parameter.path("in").asText().equals(in))
                .map(parameter -> parameter.path("name").asText())
                .toList();
    }

    /** The example of the body, or of its schema. */
    private String example(JsonNode json) {
        JsonNode schema = resolved(json.path("schema"));
        JsonNode example = json.has("example")
                ? json.path("example")
                : schema.path("examples").path(0);
        return example.isMissingNode() ? "{}" : example.toPrettyString();
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? openApi.at(node.path("$ref").asText().substring(1)) : node;
    }
}

package dev.regulars.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.regulars.testkit.CommittedDocuments;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One document of the published ones: each path as the gateway offers it, each schema with a name of its own. */
final class Merge {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> PREFIXES = Map.of("api", "/v1", "system", "/api/v1");
    private static final String SCHEMA = "#/components/schemas/";

    private final JsonNode routes = routes();
    private final Map<String, JsonNode> documents = new TreeMap<>();
    private final Map<String, JsonNode> paths = new TreeMap<>();
    private final Map<String, JsonNode> schemas = new TreeMap<>();
    private final Map<String, JsonNode> tags = new TreeMap<>();
    private final Set<String> operations = new HashSet<>();

    ObjectNode merged() {
        routes.forEach(route -> documents.computeIfAbsent(
                route.path("service").asText(),
                service -> CommittedDocuments.read("openapi/" + service + "-service.json")));
        Set<String> ambiguous = ambiguous();
        documents.forEach((service, document) -> add(service, renamed(service, document, ambiguous)));
        ObjectNode all = JSON.createObjectNode().put("openapi", "3.1.0");
        JsonNode any = documents.values().iterator().next();
        all.set("info", any.path("info"));
        all.withObject("/info").put("title", "Regulars").put("description", "Communities that reward their members");
        all.putArray("servers").addObject().put("url", "/");
        all.putArray("tags").addAll(tags.values());
        all.putObject("paths").setAll(paths);
        var components = all.putObject("components");
        components.putObject("schemas").setAll(schemas);
        components.set("securitySchemes", any.at("/components/securitySchemes"));
        return all;
    }

    private void add(String service, JsonNode document) {
        document.path("paths").properties().forEach(path -> {
            paths.put(offered(service, path.getKey()), path.getValue());
            path.getValue().forEach(operation -> {
                assertThat(operations.add(operation.path("operationId").asText()))
                        .as(operation.path("operationId").asText() + " is the name of one operation")
                        .isTrue();
            });
        });
        document.path("tags").forEach(tag -> tags.put(tag.path("name").asText(), tag));
        document.at("/components/schemas").properties().forEach(one -> schemas.put(one.getKey(), one.getValue()));
    }

    private String offered(String service, String path) {
        for (JsonNode route : routes) {
            String family = "/" + route.path("family").asText();
            if (route.path("service").asText().equals(service)
                    && shape(path).equals(shape(family + route.path("path").asText()))) {
                return PREFIXES.get(route.path("prefix").asText()) + path.substring(family.length());
            }
        }
        throw new AssertionError("No route of routes.yaml leads to " + path + " of " + service);
    }

    /** Names that mean different things in different services, also because of what they refer to. */
    private Set<String> ambiguous() {
        Map<String, Set<JsonNode>> meanings = new TreeMap<>();
        documents.values().forEach(document -> document.at("/components/schemas")
                .properties()
                .forEach(one -> meanings.computeIfAbsent(one.getKey(), name -> new HashSet<>())
                        .add(one.getValue())));
        Set<String> ambiguous = new HashSet<>();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (var one : meanings.entrySet()) {
                boolean refers = one.getValue().stream()
                        .map(schema -> schema.findValuesAsText("$ref"))
                        .flatMap(Collection::stream)
                        .anyMatch(ref -> ambiguous.contains(ref.substring(SCHEMA.length())));
                grown |= (refers || one.getValue().size() > 1) && ambiguous.add(one.getKey());
            }
        }
        return ambiguous;
    }

    private static JsonNode renamed(String service, JsonNode document, Set<String> ambiguous) {
        String prefix = service.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + service.substring(1);
        String text = document.toString();
        for (String name : ambiguous) {
            text = text.replace("\"" + SCHEMA + name + "\"", "\"" + SCHEMA + prefix + name + "\"");
        }
        JsonNode all = parse(text);
        var components = (ObjectNode) all.at("/components/schemas");
        ambiguous.stream()
                .filter(components::has)
                .forEach(name -> components.set(prefix + name, components.remove(name)));
        return all;
    }

    private static String shape(String path) {
        return path.replaceAll("\\{[^}]+}", "{}");
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode routes() {
        try (InputStream yaml = Merge.class.getResourceAsStream("/routes.yaml")) {
            return new ObjectMapper(new YAMLFactory()).readTree(yaml).path("routes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

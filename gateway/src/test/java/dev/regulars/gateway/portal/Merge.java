package dev.regulars.gateway.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.regulars.testkit.document.CommittedDocuments;
import dev.regulars.testkit.document.PublishedPaths;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** One document of those of the services: each path as the gateway offers it, each component with a name of its own. */
final class Merge {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REF = "#/components/";

    private static final String DESCRIPTION = """
            Communities that reward their members: accounts, channels and messages, XP and coins, badges, tiers, streaks and \
            leaderboards, a store, chart analyses, and webhooks.

            Each operation is shown under one of its prefixes: `/v1`, `/apis/v1` and `/api/v1/apis/v1` are equivalent. \
            Start with [Getting started](/docs), [Authentication](/docs/authentication) and [Errors](/docs/errors).""";

    private final PublishedPaths published = new PublishedPaths();
    private final Map<String, JsonNode> documents = new TreeMap<>();
    private final Map<String, JsonNode> paths = new TreeMap<>();
    private final Map<String, JsonNode> webhooks = new TreeMap<>();
    private final Map<String, JsonNode> tags = new TreeMap<>();
    private final Map<String, Map<String, JsonNode>> components = new TreeMap<>();

    ObjectNode merged() {
        published.services().forEach(service -> documents.put(service, CommittedDocuments.part(service)));
        Set<String> ambiguous = ambiguous();
        documents.forEach((service, document) -> add(service, renamed(service, document, ambiguous)));
        ObjectNode all = JSON.createObjectNode().put("openapi", "3.1.0");
        all.set("info", documents.values().iterator().next().path("info"));
        all.withObject("/info").put("title", "Regulars").put("description", DESCRIPTION);
        all.putArray("servers").addObject().put("url", "/");
        TagGroups.write(all, tags);
        all.putObject("paths").setAll(paths);
        all.putObject("webhooks").setAll(webhooks);
        ObjectNode sections = all.putObject("components");
        components.forEach((section, named) -> sections.putObject(section).setAll(named));
        return sorted(SchemaAliases.addTo(SchemaNames.known(all)));
    }

    /** Schemas by the names that they were given last. */
    private static ObjectNode sorted(ObjectNode document) {
        ObjectNode schemas = document.withObject("/components/schemas");
        Map<String, JsonNode> byName = new TreeMap<>();
        schemas.properties().forEach(schema -> byName.put(schema.getKey(), schema.getValue()));
        schemas.removeAll();
        schemas.setAll(byName);
        return document;
    }

    private void add(String service, JsonNode document) {
        document.path("paths")
                .properties()
                .forEach(path -> paths.put(published.of(service, path.getKey()), path.getValue()));
        document.path("webhooks").properties().forEach(one -> webhooks.put(one.getKey(), one.getValue()));
        document.path("tags").forEach(tag -> tags.put(tag.path("name").asText(), tag));
        components(document, (key, value) -> components
                .computeIfAbsent(section(key), section -> new TreeMap<>())
                .put(name(key), value));
    }

    /** Components that mean different things in different services, also because of what they refer to. */
    private Set<String> ambiguous() {
        Map<String, Set<JsonNode>> meanings = new TreeMap<>();
        documents
                .values()
                .forEach(document ->
                        components(document, (key, value) -> meanings.computeIfAbsent(key, name -> new HashSet<>())
                                .add(value)));
        Set<String> ambiguous = new HashSet<>();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (var one : meanings.entrySet()) {
                boolean refers = one.getValue().stream()
                        .map(value -> value.findValuesAsText("$ref"))
                        .flatMap(Collection::stream)
                        .anyMatch(ref -> ambiguous.contains(ref.substring(REF.length())));
                grown |= (refers || one.getValue().size() > 1) && ambiguous.add(one.getKey());
            }
        }
        return ambiguous;
    }

    private static JsonNode renamed(String service, JsonNode document, Set<String> ambiguous) {
        String prefix = service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1);
        String text = document.toString();
        for (String key : ambiguous) {
            text = text.replace("\"" + REF + key + "\"", "\"" + REF + section(key) + "/" + prefix + name(key) + "\"");
        }
        JsonNode all = parse(text);
        ambiguous.forEach(key -> {
            if (all.path("components").path(section(key)) instanceof ObjectNode named && named.has(name(key))) {
                named.set(prefix + name(key), named.remove(name(key)));
            }
        });
        return all;
    }

    /** Each with its key, {@code <section>/<name>}. */
    private static void components(JsonNode document, BiConsumer<String, JsonNode> each) {
        document.path("components").properties().forEach(section -> section.getValue()
                .properties()
                .forEach(one -> each.accept(section.getKey() + "/" + one.getKey(), one.getValue())));
    }

    private static String section(String key) {
        return key.substring(0, key.indexOf('/'));
    }

    private static String name(String key) {
        return key.substring(key.indexOf('/') + 1);
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

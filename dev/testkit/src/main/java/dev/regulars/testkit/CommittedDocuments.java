package dev.regulars.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The copies of what the code says of itself, below {@code docs/}: compared, or written with {@code -Dcopies=write}. */
public final class CommittedDocuments {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DOCS = Path.of(System.getProperty("repository", "."), "docs");
    private static final boolean WRITE = "write".equals(System.getProperty("copies"));
    private static final String COMPONENT = "#/components/schemas/";

    private CommittedDocuments() {}

    /** A service's document, as far as it is public, is the one that was committed. */
    public static void check(JsonNode document) {
        compare("openapi/" + document.at("/info/title").asText() + ".json", published(document), "make openapi");
    }

    /** @param mend the command that writes the copy anew */
    public static void compare(String name, JsonNode now, String mend) {
        Path file = DOCS.resolve(name);
        try {
            if (WRITE) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, pretty(now));
                return;
            }
            JsonNode copy = Files.exists(file) ? read(name) : JSON.createObjectNode();
            assertThat(differences("", copy, now))
                    .as("docs/%s is not what the code says; `%s` writes it anew. It differs at", name, mend)
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode read(String name) {
        try {
            return JSON.readTree(DOCS.resolve(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode published(JsonNode document) {
        ObjectNode copy = document.deepCopy();
        List<String> internal = new ArrayList<>();
        copy.path("paths").fieldNames().forEachRemaining(path -> {
            if (path.startsWith("/internal/")) {
                internal.add(path);
            }
        });
        copy.withObject("/paths").remove(internal);
        inOrder(copy);
        return withoutUnused(copy);
    }

    /** Leaves out the schemas that nothing refers to. */
    public static JsonNode withoutUnused(ObjectNode document) {
        Set<String> used = new HashSet<>();
        collect(document.path("paths"), document, used);
        var schemas = document.withObject("/components/schemas");
        var kept = new TreeMap<String, JsonNode>();
        schemas.properties().stream()
                .filter(schema -> used.contains(schema.getKey()))
                .forEach(schema -> kept.put(schema.getKey(), schema.getValue()));
        schemas.removeAll();
        schemas.setAll(kept);
        return document;
    }

    private static void collect(JsonNode from, JsonNode document, Set<String> used) {
        from.findValuesAsText("$ref").forEach(ref -> {
            String name = ref.substring(COMPONENT.length());
            if (used.add(name)) {
                collect(document.path("components").path("schemas").path(name), document, used);
            }
        });
    }

    /** The order of required members means nothing, and is not always the same. */
    private static void inOrder(JsonNode node) {
        node.forEach(CommittedDocuments::inOrder);
        if (node.path("required") instanceof ArrayNode required) {
            List<String> names = new ArrayList<>();
            required.forEach(name -> names.add(name.asText()));
            required.removeAll();
            names.stream().sorted().forEach(required::add);
        }
    }

    private static List<String> differences(String at, JsonNode copy, JsonNode now) {
        if (copy.equals(now)) {
            return List.of();
        }
        if (!copy.isObject() || !now.isObject()) {
            return List.of(at);
        }
        return Stream.concat(
                        copy.propertyStream().map(one -> one.getKey()),
                        now.propertyStream().map(one -> one.getKey()))
                .distinct()
                .flatMap(name -> differences(at + "/" + name, copy.path(name), now.path(name)).stream())
                .toList();
    }

    private static String pretty(JsonNode node) throws IOException {
        var indent = new DefaultIndenter("  ", "\n");
        return JSON.writer(new DefaultPrettyPrinter().withArrayIndenter(indent).withObjectIndenter(indent))
                        .writeValueAsString(node)
                + "\n";
    }
}

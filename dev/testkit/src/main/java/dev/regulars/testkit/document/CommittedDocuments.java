package dev.regulars.testkit.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The copies of what the code says of itself, below {@code docs/}: compared, or written with {@code -Dcopies=write}. */
public final class CommittedDocuments {

    public static final String OPENAPI = "openapi/regulars.json";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ROOT = Path.of(System.getProperty("repository", "."));
    private static final Path DOCS = ROOT.resolve("docs");
    private static final String COMMAND = "make openapi";

    private CommittedDocuments() {}

    /**
     * All that is public of a service's document stands in the committed one, and nothing else of that service does. When
     * copies are written it is put where {@link #part(String)} finds it.
     */
    public static void check(JsonNode document) {
        String service = document.at("/info/title").asText().replace("-service", "");
        JsonNode said = PublicDocument.of(document);
        if (isWriting()) {
            write(file(service), said);
            return;
        }
        JsonNode published = read(OPENAPI);
        same("paths", expected(service, said), operations(published, service));
        if (said.has("webhooks")) {
            same("webhooks", webhooks(said), webhooks(published));
        }
        said.path("tags").forEach(tag -> assertThat(published.path("tags")).contains(tag));
    }

    /** What the service said when copies were last written. */
    public static JsonNode part(String service) {
        return read(file(service));
    }

    public static boolean isWriting() {
        return "write".equals(System.getProperty("copies"));
    }

    /** @param mend the command that writes the copy anew */
    public static void compare(String name, JsonNode now, String mend) {
        Path file = DOCS.resolve(name);
        if (isWriting()) {
            write(file, now);
            return;
        }
        JsonNode copy = Files.exists(file) ? read(file) : JSON.createObjectNode();
        assertThat(differences("", copy, now))
                .as("docs/%s is not what the code says; `%s` writes it anew. It differs at", name, mend)
                .isEmpty();
    }

    public static JsonNode read(String name) {
        return read(DOCS.resolve(name));
    }

    private static Path file(String service) {
        return ROOT.resolve("target/openapi/" + service + ".json");
    }

    private static void same(String what, JsonNode said, JsonNode published) {
        assertThat(differences("/" + what, published, said))
                .as("docs/%s is not what the code says; `%s` writes it anew. It differs at", OPENAPI, COMMAND)
                .isEmpty();
    }

    private static JsonNode expected(String service, JsonNode said) {
        var paths = new PublishedPaths();
        ObjectNode all = JSON.createObjectNode();
        said.path("paths")
                .properties()
                .forEach(path ->
                        all.set(paths.of(service, path.getKey()), PublicDocument.resolved(path.getValue(), said)));
        return all;
    }

    private static JsonNode operations(JsonNode published, String service) {
        var paths = new PublishedPaths();
        ObjectNode all = JSON.createObjectNode();
        published.path("paths").properties().stream()
                .filter(path -> paths.leadsTo(service, path.getKey()))
                .forEach(path -> all.set(path.getKey(), PublicDocument.resolved(path.getValue(), published)));
        return all;
    }

    private static JsonNode webhooks(JsonNode document) {
        return PublicDocument.resolved(document.path("webhooks"), document);
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

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, JsonNode node) {
        try {
            Files.createDirectories(file.getParent());
            var indent = new DefaultIndenter("  ", "\n");
            var printer = new DefaultPrettyPrinter().withArrayIndenter(indent).withObjectIndenter(indent);
            Files.writeString(file, JSON.writer(printer).writeValueAsString(node) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.regulars.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes the whole site. Arguments: root of the repository, folder of pages and assets, folder to write to. */
public final class Main {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HTML = "text/html; charset=utf-8";
    private static final String MACHINE = "application/json";

    private final Path docs;
    private final Path source;
    private final SiteWriter site;
    private final JsonNode openApi;
    private final Markdown markdown;

    private Main(Path root, Path source, Path target) throws IOException {
        this.docs = root.resolve("docs");
        this.source = source;
        this.site = new SiteWriter(target);
        this.openApi = JSON.readTree(docs.resolve("openapi/regulars.json").toFile());
        this.markdown = new Markdown(Map.of(
                "families", new OperationTables(openApi)::ofFamily,
                "user-key", new OperationTables(openApi)::ofUserKeys,
                "public", new OperationTables(openApi)::ofNobody,
                "schemas", new SchemaTables(openApi)::render,
                "payloads", new OperationTables(openApi)::ofWebhooks));
    }

    public static void main(String[] args) throws IOException {
        new Main(Path.of(args[0]), Path.of(args[1]), Path.of(args[2])).write();
    }

    private void write() throws IOException {
        for (Navigation.Entry entry : Navigation.ENTRIES) {
            if (entry.source() != null) {
                page(entry, markdown.html(Files.readString(file(entry.source()))));
            }
        }
        bare("/docs/reference", "reference.html");
        bare("/asyncapi", "asyncapi.html");
        document("/openapi.json", openApi);
        document("/asyncapi.json", new AsyncApi(docs.resolve("events")).document());
        document("/postman.json", new PostmanCollection(openApi).document());
        assets();
        site.finish();
    }

    /** Guides for operators and developers alike are in {@code docs/}; what only the portal shows stands beside it. */
    private Path file(String name) {
        Path guide = docs.resolve(name);
        return Files.exists(guide) ? guide : source.resolve("pages").resolve(name);
    }

    private void page(Navigation.Entry entry, Markdown.Page page) {
        site.write(entry.path(), HTML, Layout.page(entry, page));
    }

    /** A page that a component fills. */
    private void bare(String path, String name) throws IOException {
        site.write(path, HTML, Layout.component(path, Files.readString(source.resolve(name))));
    }

    private void document(String path, JsonNode document) throws IOException {
        site.write(path, MACHINE, JSON.writeValueAsString(document));
    }

    private void assets() throws IOException {
        try (var files = Files.list(source.resolve("assets"))) {
            for (Path file : files.sorted().toList()) {
                site.copy(file);
            }
        }
    }

    /** @return the members of an array of texts */
    static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}

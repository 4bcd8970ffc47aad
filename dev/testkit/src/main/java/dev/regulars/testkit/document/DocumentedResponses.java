package dev.regulars.testkit.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.regulars.testkit.HttpProbe;
import dev.regulars.testkit.ManagementInterface;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Holds every answer against the document of the service that gave it: its status, its media type, its body. */
public final class DocumentedResponses implements Filter {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final Map<URI, JsonNode> DOCUMENTS = new ConcurrentHashMap<>();
    private static final Map<JsonNode, List<DocumentedPath>> PATHS =
            Collections.synchronizedMap(new IdentityHashMap<>());
    /** By the place in its document: to compile a schema takes longer than to hold an answer against it. */
    private static final Map<JsonNode, JsonSchema> COMPILED = Collections.synchronizedMap(new IdentityHashMap<>());

    private record DocumentedPath(Pattern pattern, long variables, JsonNode operations) {}

    private final URI management;

    /** Of the service under test. */
    public DocumentedResponses() {
        this(ManagementInterface.address());
    }

    /** @param management where the service publishes its document */
    DocumentedResponses(URI management) {
        this.management = management;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification call, FilterableResponseSpecification expected, FilterContext rest) {
        Response answer = rest.next(call, expected);
        URI at = URI.create(call.getURI());
        JsonNode document = DOCUMENTS.computeIfAbsent(management, HttpProbe::document);
        JsonNode operation = operation(document, call.getMethod().toLowerCase(Locale.ROOT), at.getPath());
        if (operation.isObject()) {
            String what = call.getMethod() + " " + at.getPath() + " " + answer.statusCode();
            String type = String.valueOf(answer.contentType()).replaceAll(";.*", "");
            check(what, operation, answer.statusCode(), type, answer.asString(), document);
        }
        return answer;
    }

    /** A literal segment beats a variable. */
    private static JsonNode operation(JsonNode document, String method, String path) {
        return PATHS.computeIfAbsent(document, DocumentedResponses::paths).stream()
                .filter(one -> one.pattern().matcher(path).matches())
                .filter(one -> one.operations().has(method))
                .min(Comparator.comparing(DocumentedPath::variables))
                .map(one -> one.operations().path(method))
                .orElseGet(MissingNode::getInstance);
    }

    private static List<DocumentedPath> paths(JsonNode document) {
        return document.path("paths").properties().stream()
                .map(one -> new DocumentedPath(
                        Pattern.compile(one.getKey().replaceAll("\\{[^}]+}", "[^/]+")),
                        one.getKey().chars().filter(sign -> sign == '{').count(),
                        one.getValue()))
                .toList();
    }

    static void check(String what, JsonNode operation, int status, String type, String body, JsonNode document) {
        JsonNode said = PublicDocument.meant(operation.path("responses").path(String.valueOf(status)), document);
        if (said.isMissingNode()) {
            throw new AssertionError(what + " is not documented: " + body);
        }
        if (body.isEmpty() && said.path("content").isMissingNode()) {
            return;
        }
        JsonNode content = said.path("content").path(type).path("schema");
        if (content.isMissingNode()) {
            throw new AssertionError(what + " is not documented as " + type + ": " + body);
        }
        if (type.endsWith("json")) {
            fits(what, body, content, document);
        }
    }

    /** @param schema as it stands in the document */
    public static void fits(String what, String body, JsonNode schema, JsonNode document) {
        var wrong = COMPILED.computeIfAbsent(schema, one -> compiled(one, document))
                .validate(
                        body, InputFormat.JSON, run -> run.getExecutionConfig().setFormatAssertionsEnabled(true));
        if (!wrong.isEmpty()) {
            throw new AssertionError(what + " is not as documented: " + wrong + " in " + body);
        }
    }

    private static JsonSchema compiled(JsonNode schema, JsonNode document) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.path("components"));
        return SCHEMAS.getSchema(whole);
    }
}

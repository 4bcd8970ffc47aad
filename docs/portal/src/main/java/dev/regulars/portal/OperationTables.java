package dev.regulars.portal;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Tables of operations, made of the OpenAPI document. */
final class OperationTables {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final Pattern RESPONSE = Pattern.compile("#/components/responses/([A-Z][a-z]+).*");

    private record Operation(String method, String path, JsonNode document) {

        String summary() {
            return document.path("summary").asText();
        }

        JsonNode needs() {
            return document.path("x-needs");
        }

        /** As the names of its error responses say it. */
        boolean isOfFamily(String family) {
            return document.path("responses")
                    .valueStream()
                    .map(response -> RESPONSE.matcher(response.path("$ref").asText()))
                    .anyMatch(name -> name.matches() && name.group(1).equalsIgnoreCase(family));
        }
    }

    private final List<Operation> operations = new ArrayList<>();
    private final JsonNode openApi;

    OperationTables(JsonNode openApi) {
        this.openApi = openApi;
        openApi.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(one -> {
                    if (METHODS.contains(one.getKey())) {
                        String method = one.getKey().toUpperCase(Locale.ROOT);
                        operations.add(new Operation(method, path.getKey(), one.getValue()));
                    }
                }));
    }

    String ofFamily(String family) {
        return table("Who may call it", operation -> operation.isOfFamily(family), OperationTables::whoMayCall);
    }

    String ofUserKeys(String none) {
        return table(
                "Permission of the key",
                operation -> operation.needs().has("userKey"),
                operation ->
                        "<code>" + Html.escape(operation.needs().path("userKey").asText()) + "</code>");
    }

    String ofNobody(String none) {
        return table(
                "What it is for",
                operation -> operation.document().path("security").isEmpty(),
                operation ->
                        Html.sentence(operation.document().path("description").asText()));
    }

    String ofWebhooks(String none) {
        String rows = openApi.path("webhooks").properties().stream()
                .map(event -> "<tr><td><code>" + Html.escape(event.getKey()) + "</code></td><td>"
                        + Html.sentence(event.getValue().at("/post/summary").asText()) + "</td><td>"
                        + Html.sentence(event.getValue().at("/post/description").asText()) + "</td></tr>\n")
                .collect(joining());
        return "<table><thead><tr><th>Event</th><th>When</th><th>Details</th></tr></thead><tbody>\n" + rows
                + "</tbody></table>";
    }

    private String table(String column, Predicate<Operation> which, Function<Operation, String> last) {
        String rows = operations.stream()
                .filter(which)
                .map(operation -> "<tr><td><code>" + operation.method() + " " + Html.escape(operation.path())
                        + "</code></td><td>" + Html.sentence(operation.summary()) + "</td><td>" + last.apply(operation)
                        + "</td></tr>\n")
                .collect(joining());
        return "<table><thead><tr><th>Operation</th><th>Summary</th><th>" + column + "</th></tr></thead><tbody>\n"
                + rows + "</tbody></table>";
    }

    private static String whoMayCall(Operation operation) {
        String said = operation.document().path("description").asText();
        int at = said.indexOf("For ");
        String sentence = at < 0 ? "" : said.substring(at).split("(?<=\\.)\\s", 2)[0];
        return operation.document().path("security").isEmpty() ? "Anybody" : Html.sentence(sentence);
    }
}

package dev.regulars.gateway.route;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** What the published OpenAPI document says about the operations of a route. */
@Singleton
public class Operations {

    private static final Set<String> ALL_METHODS =
            new TreeSet<>(Set.of("DELETE", "GET", "HEAD", "PATCH", "POST", "PUT"));

    private record Operation(String path, String method) {}

    private final Set<Operation> secured = new HashSet<>();
    private final Map<String, Set<String>> methods = new HashMap<>();

    Operations(ObjectMapper json, RouteMatcher routes) {
        document(json).path("paths").properties().forEach(path -> {
            Route route = routes.find(path.getKey());
            if (route != null) {
                methods.computeIfAbsent(route.upstreamPattern(), none -> new TreeSet<>())
                        .addAll(methodsIn(path.getValue()));
                path.getValue().properties().stream()
                        .filter(operation -> isSecured(operation.getValue().path("security")))
                        .forEach(operation -> secured.add(new Operation(
                                route.upstreamPattern(), operation.getKey().toUpperCase(Locale.ROOT))));
            }
        });
    }

    /** Whether the operation refuses every request without a credential. False for operations that are not documented. */
    public boolean requiresCredential(Route route, String method) {
        return secured.contains(new Operation(route.upstreamPattern(), method));
    }

    /** The methods of a route, separated by commas; all that there are where the document does not know it. */
    public String methods(Route route) {
        return String.join(", ", methods.getOrDefault(route.upstreamPattern(), ALL_METHODS));
    }

    private static Set<String> methodsIn(JsonNode path) {
        return path.properties().stream()
                .map(operation -> operation.getKey().toUpperCase(Locale.ROOT))
                .filter(ALL_METHODS::contains)
                .collect(toSet());
    }

    private static boolean isSecured(JsonNode security) {
        return !security.isEmpty()
                && StreamSupport.stream(security.spliterator(), false).noneMatch(JsonNode::isEmpty);
    }

    private static JsonNode document(ObjectMapper json) {
        try (InputStream document = Operations.class.getResourceAsStream("/openapi/regulars.json")) {
            return json.readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.regulars.gateway.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What the published OpenAPI document says about the operations of a route. */
@Singleton
public class Operations {

    private record Operation(String path, String method) {}

    private final Set<Operation> secured = new HashSet<>();

    Operations(ObjectMapper json, RouteMatcher routes) {
        document(json).path("paths").properties().forEach(path -> {
            Route route = routes.find(path.getKey());
            if (route != null) {
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

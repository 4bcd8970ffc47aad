package dev.regulars.testkit.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Where the gateway offers the paths of the services, as its {@code routes.yaml} says. */
public final class PublishedPaths {

    private static final Path ROUTES =
            Path.of(System.getProperty("repository", "."), "gateway/src/main/resources/routes.yaml");
    /** The one of equivalent prefixes that documents show. */
    private static final String SHOWN = "/v1";

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    private final JsonNode file = read();
    private final JsonNode routes = file.path("routes");

    /** Names of all services that a route leads to, in order. */
    public Iterable<String> services() {
        var names = new TreeSet<String>();
        routes.forEach(route -> names.add(route.path("service").asText()));
        return names;
    }

    /** @param path as the service answers it, {@code /<family>/…} */
    public String of(String service, String path) {
        for (JsonNode route : routes) {
            String family = "/" + route.path("family").asText();
            if (isOf(service, route) && fits(family + text(route), path)) {
                return prefix(route) + path.substring(family.length());
            }
        }
        throw new AssertionError("No route of routes.yaml leads to " + path + " of " + service);
    }

    /** @param path as the gateway offers it, where a literal beats a variable */
    boolean leadsTo(String service, String path) {
        boolean found = false;
        for (JsonNode route : routes) {
            String offered = prefix(route) + text(route);
            if (offered.equals(path)) {
                return isOf(service, route);
            }
            found |= isOf(service, route) && fits(offered, path);
        }
        return found;
    }

    private static boolean isOf(String service, JsonNode route) {
        return route.path("service").asText().equals(service);
    }

    private String prefix(JsonNode route) {
        JsonNode group = file.path("prefixes").path(route.path("prefix").asText());
        for (JsonNode prefix : group) {
            if (prefix.asText().equals(SHOWN)) {
                return SHOWN;
            }
        }
        return group.path(0).asText();
    }

    private static String text(JsonNode route) {
        return route.path("path").asText();
    }

    /** A variable of the route stands for a literal of the service, too. */
    private static boolean fits(String route, String path) {
        return path.replaceAll("\\{[^}]+}", "{}")
                .matches(VARIABLE.matcher(route).replaceAll("[^/]+"));
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper(new YAMLFactory()).readTree(ROUTES.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.regulars.gateway.route;

import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the route of a path: segment by segment. A literal segment always beats a variable. */
@Singleton
public class RouteMatcher {

    private final Node root = new Node();

    RouteMatcher() {
        RoutesFile table = RoutesFile.read();
        for (RoutesFile.Row row : table.routes()) {
            for (String prefix : table.prefixes().getOrDefault(row.prefix(), List.of())) {
                List<String> pattern = List.of((prefix + row.path()).split("/", -1));
                root.add(
                        pattern,
                        0,
                        new Route(prefix, pattern, row.family(), row.service(), row.authScheme(), row.maxBody()));
            }
        }
    }

    /** The route of a path, or null. Slashes are never merged, and dot segments never resolved. */
    public @Nullable Route find(String path) {
        List<String> segments = List.of(path.split("/", -1));
        return segments.stream().anyMatch(RouteMatcher::isTraversal) ? null : root.find(segments, 0);
    }

    private static boolean isTraversal(String segment) {
        if (segment.indexOf('.') < 0 && segment.indexOf('%') < 0) {
            return false;
        }
        try {
            String plain = URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
            return plain.equals(".") || plain.equals("..") || plain.contains("/");
        } catch (IllegalArgumentException badEscape) {
            return true;
        }
    }

    private static final class Node {

        private final Map<String, Node> literals = new HashMap<>();
        private @Nullable Node variable;
        private @Nullable Route route;

        void add(List<String> pattern, int at, Route leaf) {
            if (at == pattern.size()) {
                route = leaf;
                return;
            }
            String segment = pattern.get(at);
            if (segment.startsWith("{")) {
                variable = variable == null ? new Node() : variable;
                variable.add(pattern, at + 1, leaf);
            } else {
                literals.computeIfAbsent(segment, none -> new Node()).add(pattern, at + 1, leaf);
            }
        }

        @Nullable
        Route find(List<String> path, int at) {
            if (at == path.size()) {
                return route;
            }
            String segment = path.get(at);
            Node next = literals.get(segment);
            if (next == null && !segment.isEmpty()) {
                next = variable;
            }
            return next == null ? null : next.find(path, at + 1);
        }
    }
}

package dev.regulars.gateway.route;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code routes.yaml} under one of its prefixes.
 *
 * @param pattern segments of the whole path, variables in braces
 */
public record Route(String prefix, List<String> pattern, String family, String service, AuthScheme auth) {

    private static final String COMMUNITY = "{community}";

    /** The path to request from the service. */
    public String upstreamPath(String path) {
        return "/" + family + path.substring(prefix.length());
    }

    /** The pattern of that path, the same for all prefixes of a row. */
    String upstreamPattern() {
        return upstreamPath(String.join("/", pattern));
    }

    /** The community named in the path, if the pattern has one. */
    public @Nullable String community(String path) {
        int at = pattern.indexOf(COMMUNITY);
        return at < 0 ? null : List.of(path.split("/", -1)).get(at);
    }
}

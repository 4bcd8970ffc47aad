package dev.regulars.gateway.route;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where requests of one shape go. */
public record Route(String prefix, List<String> pattern, String family, String service, Credentials credentials) {

    private static final String COMMUNITY = "{community}";

    /** The address as the service knows it. */
    public String forwarded(String path) {
        return "/" + family + path.substring(prefix.length());
    }

    /** The community that this path is about, where it names one. */
    public @Nullable String community(String path) {
        int at = pattern.indexOf(COMMUNITY);
        return at < 0 ? null : List.of(path.split("/", -1)).get(at);
    }
}

package dev.regulars.gateway.route;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code routes.yaml} under one of its prefixes.
 *
 * @param pattern segments of the whole path, variables in braces
 * @param maxBody in bytes
 */
public record Route(String prefix, List<String> pattern, String family, String service, AuthScheme auth, long maxBody) {

    /** Key of the route among the attributes of a proxy context. */
    public static final String ATTRIBUTE = "route";

    static final long MIB = 1 << 20;
    static final long FORM_BYTES = 16 << 10;

    /** Of a route that takes no files (contract §0.11). */
    public static final long MAX_BODY = MIB;

    /** A route that takes more than this takes bulk files, of which ten at once must not fill the memory for bodies. */
    private static final long BULK = 16 * MIB;

    private static final String COMMUNITY = "{community}";

    /**
     * Whether a body goes on to the service as it comes, since it may be too large to be held.
     *
     * @param length negative where it is not known
     */
    public boolean streams(long length) {
        return maxBody > BULK && (length < 0 || length > MIB);
    }

    /** The limit of its bodies, for people. */
    public String bodyLimit() {
        return maxBody / MIB + " MiB";
    }

    /** The path to request from the service. */
    public String upstreamPath(String path) {
        return "/" + family + path.substring(prefix.length());
    }

    /** The pattern of that path, the same for all prefixes of a row. */
    public String upstreamPattern() {
        return upstreamPath(String.join("/", pattern));
    }

    /** The community named in the path, if the pattern has one. */
    public @Nullable String community(String path) {
        int at = pattern.indexOf(COMMUNITY);
        return at < 0 ? null : List.of(path.split("/", -1)).get(at);
    }
}

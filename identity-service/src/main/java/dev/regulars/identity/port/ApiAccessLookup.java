package dev.regulars.identity.port;

import io.smallrye.mutiny.Uni;
import java.util.Map;

/**
 * What communities and widgets say of calls from web pages and of rate limits. Those who know implement it, and token exchange asks
 * all of them.
 */
public interface ApiAccessLookup {

    /** Whether web pages of this origin may call the API of anybody. */
    Uni<Boolean> listsOrigin(String origin);

    /** What holds for a caller with these claims of an internal token. */
    Uni<ApiAccess> of(Map<String, Object> claims);
}

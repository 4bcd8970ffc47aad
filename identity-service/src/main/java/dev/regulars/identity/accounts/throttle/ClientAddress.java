package dev.regulars.identity.accounts.throttle;

import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;

/** Where a call came from, as the gateway saw it. */
public final class ClientAddress {

    /** Set by the gateway, which strips it from what comes from outside. */
    private static final String HEADER = "X-Regulars-Client-Address";

    private static final int PARTS_OF_A_NETWORK = 4;

    private ClientAddress() {}

    public static String of(HttpServerRequest call) {
        String seen = call.getHeader(HEADER);
        return seen == null || seen.isEmpty() ? call.remoteAddress().hostAddress() : seen;
    }

    /** Of an IPv6 address the half that its holder did not choose. */
    static String network(String address) {
        String[] parts = address.split(":", -1);
        return parts.length <= PARTS_OF_A_NETWORK
                ? address
                : String.join(":", Arrays.copyOf(parts, PARTS_OF_A_NETWORK));
    }
}

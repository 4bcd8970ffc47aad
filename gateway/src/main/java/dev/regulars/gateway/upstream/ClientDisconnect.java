package dev.regulars.gateway.upstream;

import io.vertx.core.http.StreamResetException;
import io.vertx.httpproxy.ProxyContext;

/** A client that went away before its response. The proxy resets such a request, so it fails, but not because of the service. */
public final class ClientDisconnect {

    private static final String ATTRIBUTE = "clientDisconnect";

    private ClientDisconnect() {}

    static void note(ProxyContext context, Throwable failure) {
        if (is(failure)) {
            context.set(ATTRIBUTE, true);
        }
    }

    /** The proxy resets with a cause; a connection to a service that breaks off has none. */
    public static boolean is(Throwable failure) {
        return failure instanceof StreamResetException && failure.getCause() != null;
    }

    public static boolean happened(ProxyContext context) {
        return context.get(ATTRIBUTE, Boolean.class) != null
                || context.request().proxiedRequest().response().closed();
    }
}

package dev.regulars.gateway.upstream;

import io.vertx.core.http.StreamResetException;
import io.vertx.httpproxy.ProxyContext;

/** A client that went away before its response. The proxy resets such a request, so it fails, but not because of the service. */
public final class ClientDisconnect {

    private static final String ATTRIBUTE = "clientDisconnect";

    private ClientDisconnect() {}

    /** The proxy resets with a cause; a connection to a service that breaks off has none. */
    static void note(ProxyContext context, Throwable failure) {
        if (failure instanceof StreamResetException && failure.getCause() != null) {
            context.set(ATTRIBUTE, true);
        }
    }

    public static boolean happened(ProxyContext context) {
        return context.get(ATTRIBUTE, Boolean.class) != null
                || context.request().proxiedRequest().response().closed();
    }
}

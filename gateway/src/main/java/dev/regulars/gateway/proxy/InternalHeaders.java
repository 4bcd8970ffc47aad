package dev.regulars.gateway.proxy;

import dev.regulars.web.http.GatewayHeaders;
import dev.regulars.web.trace.Traces;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Removes the internal headers that a client may have sent, and sets those that services rely on. */
@Singleton
class InternalHeaders implements ProxyInterceptor {

    private static final String CLIENT_ADDRESS = "X-Regulars-Client-Address";
    private static final String PREFIX = "x-regulars-";

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        set(context.request().headers(), context.request().proxiedRequest());
        return context.sendRequest();
    }

    static void set(MultiMap headers, HttpServerRequest request) {
        List<String> internal = new ArrayList<>();
        headers.forEach((name, value) -> {
            if (name.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
                internal.add(name);
            }
        });
        internal.forEach(headers::remove);
        if (Traces.here() != null) {
            headers.remove(Traces.HEADER); // our own span goes on instead
        }
        var client = request.remoteAddress();
        headers.set(CLIENT_ADDRESS, client == null ? "" : client.hostAddress());
        if (request.authority() != null) {
            headers.set(GatewayHeaders.HOST, request.authority().toString());
        }
    }
}

package dev.regulars.gateway.proxy;

import dev.regulars.web.http.RequestId;
import dev.regulars.web.trace.Traces;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gives every request an id, and removes the internal headers that a client may have sent. */
@Singleton
class RequestIdInterceptor implements ProxyInterceptor {

    private static final String CLIENT_ADDRESS = "X-Regulars-Client-Address";
    private static final String INTERNAL_PREFIX = "x-regulars-";
    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        MultiMap headers = context.request().headers();
        List<String> internal = headers.names().stream()
                .filter(name -> name.regionMatches(true, 0, INTERNAL_PREFIX, 0, INTERNAL_PREFIX.length()))
                .toList();
        internal.forEach(headers::remove);
        if (Traces.here() != null) {
            headers.remove(Traces.HEADER); // our own span goes on instead
        }
        String id = validOrNew(headers.get(RequestId.HEADER));
        headers.set(RequestId.HEADER, id);
        var client = context.request().proxiedRequest().remoteAddress();
        headers.set(CLIENT_ADDRESS, client == null ? "" : client.hostAddress());
        context.set(RequestId.HEADER, id);
        RequestId.begin(id);
        return context.sendRequest();
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        context.response().putHeader(RequestId.HEADER, context.get(RequestId.HEADER, String.class));
        return context.sendResponse();
    }

    private static String validOrNew(@Nullable String id) {
        return id != null && VALID.matcher(id).matches()
                ? id
                : UUID.randomUUID().toString();
    }
}

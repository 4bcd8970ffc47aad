package dev.regulars.gateway.door;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Gives every request an id, and believes nothing that only we may say. */
@Singleton
class Mark implements ProxyInterceptor {

    private static final String REQUEST_ID = "X-Request-Id";
    private static final String CLIENT_ADDRESS = "X-Regulars-Client-Address";
    private static final String INTERNAL = "x-regulars-";
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext call) {
        MultiMap headers = call.request().headers();
        List<String> internal = headers.names().stream()
                .filter(name -> name.regionMatches(true, 0, INTERNAL, 0, INTERNAL.length()))
                .toList();
        internal.forEach(headers::remove);
        String id = sane(headers.get(REQUEST_ID));
        headers.set(REQUEST_ID, id);
        var from = call.request().proxiedRequest().remoteAddress();
        headers.set(CLIENT_ADDRESS, from == null ? "" : from.hostAddress());
        call.set(REQUEST_ID, id);
        MDC.put("requestId", id);
        return call.sendRequest();
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext call) {
        call.response().putHeader(REQUEST_ID, call.get(REQUEST_ID, String.class));
        return call.sendResponse();
    }

    private static String sane(@Nullable String id) {
        return id != null && SANE.matcher(id).matches() ? id : UUID.randomUUID().toString();
    }
}

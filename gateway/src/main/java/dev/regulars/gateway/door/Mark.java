package dev.regulars.gateway.door;

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

/** Gives every request an id, and believes nothing that only we may say. */
@Singleton
class Mark implements ProxyInterceptor {

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
        if (Traces.here() != null) {
            headers.remove(Traces.HEADER); // told anew, from here
        }
        String id = sane(headers.get(RequestId.HEADER));
        headers.set(RequestId.HEADER, id);
        var from = call.request().proxiedRequest().remoteAddress();
        headers.set(CLIENT_ADDRESS, from == null ? "" : from.hostAddress());
        call.set(RequestId.HEADER, id);
        RequestId.begin(id);
        return call.sendRequest();
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext call) {
        call.response().putHeader(RequestId.HEADER, call.get(RequestId.HEADER, String.class));
        return call.sendResponse();
    }

    private static String sane(@Nullable String id) {
        return id != null && SANE.matcher(id).matches() ? id : UUID.randomUUID().toString();
    }
}

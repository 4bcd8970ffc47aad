package dev.regulars.gateway.ratelimit;

import dev.regulars.gateway.error.ErrorResponder;
import dev.regulars.gateway.route.Route;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Limits the requests of one client address, before anything is done for them, and tells all limits in the response. */
@Singleton
public class AddressLimit implements ProxyInterceptor {

    private static final String QUOTAS = "quotas";

    /** What counted a request so far. */
    private static final class Quotas {
        private final List<Quota> all = new ArrayList<>(4);
    }

    private final RateLimiter limiter;
    private final int limit;
    private final LoopbackPass pass;
    private final ErrorResponder errors;

    AddressLimit(RateLimiter limiter, RateLimits limits, LoopbackPass pass, ErrorResponder errors) {
        this.limiter = limiter;
        this.limit = limits.address();
        this.pass = pass;
        this.errors = errors;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        HttpServerRequest request = context.request().proxiedRequest();
        if (pass.secret().equals(request.getHeader(LoopbackPass.HEADER))) {
            return context.sendRequest();
        }
        Quota quota = take(request);
        note(context, quota);
        return quota.exhausted() ? errors.refuse(context, quota.refusal()) : context.sendRequest();
    }

    /** For what is not proxied. False if the request was refused. */
    public boolean admits(HttpServerRequest request) {
        Quota quota = take(request);
        RateLimitHeaders.write(request.response().headers(), List.of(quota), limiter.windowSeconds(), false);
        if (quota.exhausted()) {
            errors.refuse(request, quota.refusal());
        }
        return !quota.exhausted();
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        Quotas quotas = context.get(QUOTAS, Quotas.class);
        if (quotas != null) {
            Route route = context.get(Route.ATTRIBUTE, Route.class);
            boolean chat = route != null && route.family().equals("rocketchat");
            RateLimitHeaders.write(context.response().headers(), quotas.all, limiter.windowSeconds(), chat);
        }
        return context.sendResponse();
    }

    /** The response tells of it. */
    static void note(ProxyContext context, Quota quota) {
        Quotas quotas = context.get(QUOTAS, Quotas.class);
        if (quotas == null) {
            quotas = new Quotas();
            context.set(QUOTAS, quotas);
        }
        quotas.all.add(quota);
    }

    private Quota take(HttpServerRequest request) {
        return limiter.take(Policy.ADDRESS, ClientNetwork.of(request), limit);
    }
}

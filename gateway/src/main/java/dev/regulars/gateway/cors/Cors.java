package dev.regulars.gateway.cors;

import dev.regulars.gateway.route.Operations;
import dev.regulars.gateway.route.Route;
import dev.regulars.gateway.token.ExchangedToken;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Answers preflight requests, and lets web pages read answers. A preflight has no credential, so it is allowed when any community
 * or widget lists the origin; the answer itself can be read only where the caller's own does (ADR 32). Cookies are never used.
 */
@Singleton
public class Cors implements ProxyInterceptor {

    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
    private static final String ALLOWED_HEADERS =
            "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match,"
                    + " x-api-key, apiKey, hostname, returningai-api-key, email, x-session-token, X-Auth-Token, X-User-Id,"
                    + " x-2fa-code, x-2fa-method, X-Request-Id, traceparent, Last-Event-ID";
    private static final String EXPOSED_HEADERS = "X-Request-Id, X-Error-Code, ETag, Location, Retry-After, RateLimit,"
            + " RateLimit-Policy, WWW-Authenticate, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset";
    private static final String PREFLIGHT_SECONDS = "600";

    private final ListedOrigins listed;
    private final Operations operations;

    Cors(ListedOrigins listed, Operations operations) {
        this.listed = listed;
        this.operations = operations;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        MultiMap headers = context.request().headers();
        String origin = origin(context);
        boolean preflight = HttpMethod.OPTIONS.equals(context.request().getMethod())
                && headers.contains("Access-Control-Request-Method");
        if (origin == null || !preflight) {
            return context.sendRequest();
        }
        return listed.contains(origin).compose(allowed -> allowed ? allow(context, origin) : context.sendRequest());
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        String origin = origin(context);
        if (origin == null) {
            return context.sendResponse();
        }
        MultiMap headers = context.response().headers();
        if (headers.contains(ALLOW_ORIGIN)) {
            return context.sendResponse(); // a public file, or a preflight
        }
        headers.add("Vary", "Origin");
        return mayRead(context, origin).compose(allowed -> {
            if (allowed) {
                headers.set(ALLOW_ORIGIN, origin).set("Access-Control-Expose-Headers", EXPOSED_HEADERS);
            }
            return context.sendResponse();
        });
    }

    private Future<ProxyResponse> allow(ProxyContext context, String origin) {
        Route route = context.get(Route.ATTRIBUTE, Route.class);
        ProxyResponse response = context.request().release().response();
        response.setStatusCode(204).setBody(Body.body(Buffer.buffer()));
        response.putHeader(ALLOW_ORIGIN, origin)
                .putHeader("Access-Control-Allow-Methods", operations.methods(route))
                .putHeader("Access-Control-Allow-Headers", ALLOWED_HEADERS)
                .putHeader("Access-Control-Max-Age", PREFLIGHT_SECONDS)
                .putHeader("Vary", "Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
        return Future.succeededFuture(response);
    }

    /** A refused or public call is nobody's, so that any page that may call at all can read why. */
    private Future<Boolean> mayRead(ProxyContext context, String origin) {
        if (HttpMethod.OPTIONS.equals(context.request().getMethod())) {
            return Future.succeededFuture(false);
        }
        ExchangedToken caller = context.get(ExchangedToken.ATTRIBUTE, ExchangedToken.class);
        return caller == null
                ? listed.contains(origin)
                : Future.succeededFuture(caller.origins().contains(origin));
    }

    private static @Nullable String origin(ProxyContext context) {
        return context.request().proxiedRequest().headers().get("Origin");
    }
}

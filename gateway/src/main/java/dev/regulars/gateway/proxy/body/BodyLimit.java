package dev.regulars.gateway.proxy.body;

import dev.regulars.gateway.error.ErrorResponder;
import dev.regulars.gateway.route.Route;
import dev.regulars.gateway.route.RouteMatcher;
import dev.regulars.web.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Refuses a request whose Content-Length is too large for its route, before anything else is checked (contract §0.11). */
@Singleton
public class BodyLimit implements ProxyInterceptor {

    private final RouteMatcher routes;
    private final ErrorResponder errors;

    BodyLimit(RouteMatcher routes, ErrorResponder errors) {
        this.routes = routes;
        this.errors = errors;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        Body body = context.request().getBody();
        if (body == null || body.length() <= Route.MAX_BODY) {
            return context.sendRequest();
        }
        Route route = routes.find(context.request().proxiedRequest().path());
        boolean fits = route != null && body.length() <= route.maxBody();
        return fits ? context.sendRequest() : errors.refuse(context, tooLarge(route));
    }

    static Refusal tooLarge(@Nullable Route route) {
        return Refusal.tooLarge("body", route == null ? "1 MiB" : route.bodyLimit());
    }
}

package dev.regulars.gateway.proxy;

import dev.regulars.gateway.error.ErrorResponder;
import dev.regulars.gateway.route.Route;
import dev.regulars.gateway.route.RouteMatcher;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;

/** Finds the route of a request and rewrites its path to the one of the service. */
@Singleton
class RouteInterceptor implements ProxyInterceptor {

    private final RouteMatcher routes;
    private final ErrorResponder errors;

    RouteInterceptor(RouteMatcher routes, ErrorResponder errors) {
        this.routes = routes;
        this.errors = errors;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        HttpServerRequest request = context.request().proxiedRequest();
        Route route = routes.find(request.path());
        if (route == null) {
            return errors.refuse(context, Refusal.of(Kind.NO_ROUTE, "no route"));
        }
        context.set(Route.ATTRIBUTE, route);
        if (WebSocketRelay.isUpgrade(request)) {
            return errors.refuse(context, Refusal.invalid("Upgrade", "must be left out"));
        }
        String query = request.query();
        context.request().setURI(route.upstreamPath(request.path()) + (query == null ? "" : "?" + query));
        return context.sendRequest();
    }
}

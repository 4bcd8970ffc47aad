package dev.regulars.gateway.proxy;

import dev.regulars.gateway.route.Route;
import dev.regulars.gateway.route.Routes;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;

/** Finds the route of a request and rewrites its path to the one of the service. */
@Singleton
class RouteInterceptor implements ProxyInterceptor {

    /** Key of the route among the attributes of a proxy context. */
    static final String ROUTE = "route";

    private final Routes routes;
    private final ErrorResponder errors;

    RouteInterceptor(Routes routes, ErrorResponder errors) {
        this.routes = routes;
        this.errors = errors;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        String path = context.request().proxiedRequest().path();
        Route route = routes.find(path);
        if (route == null) {
            return errors.refuse(context, Refusal.of(Kind.NO_ROUTE, "no route"));
        }
        context.set(ROUTE, route);
        String query = context.request().proxiedRequest().query();
        context.request().setURI(route.upstreamPath(path) + (query == null ? "" : "?" + query));
        return context.sendRequest();
    }
}

package dev.regulars.gateway.door;

import dev.regulars.gateway.route.Route;
import dev.regulars.gateway.route.Routes;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;

/** Finds the service of a request, and writes its address as that service knows it. */
@Singleton
class Find implements ProxyInterceptor {

    private final Routes routes;
    private final Refuse refuse;

    Find(Routes routes, Refuse refuse) {
        this.routes = routes;
        this.refuse = refuse;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext call) {
        String path = call.request().proxiedRequest().path();
        Route route = routes.find(path);
        if (route == null) {
            return refuse.answer(call, Refusal.of(Kind.NO_ROUTE, "no route"));
        }
        call.set(Refuse.ROUTE, route);
        String query = call.request().proxiedRequest().query();
        call.request().setURI(route.forwarded(path) + (query == null ? "" : "?" + query));
        return call.sendRequest();
    }
}

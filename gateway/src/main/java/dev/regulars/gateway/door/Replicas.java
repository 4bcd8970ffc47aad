package dev.regulars.gateway.door;

import dev.regulars.gateway.route.Route;
import dev.regulars.platform.http.Addresses;
import dev.regulars.platform.http.ServiceAddresses;
import dev.regulars.platform.problem.Kind;
import dev.regulars.platform.problem.Refusal;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.OriginRequestProvider;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.net.URI;
import java.util.Map;

/** Hands a request to a replica of its service; the next one where a replica refuses the connection. */
@Singleton
class Replicas implements OriginRequestProvider, ProxyInterceptor {

    private static final int BAD_GATEWAY = 502;

    private final Map<String, Addresses> services;
    private final Refuse refuse;

    Replicas(ServiceAddresses addresses, Refuse refuse) {
        this.refuse = refuse;
        this.services = Map.of(
                "identity", new Addresses(addresses.identity()),
                "community", new Addresses(addresses.community()),
                "messaging", new Addresses(addresses.messaging()),
                "gamification", new Addresses(addresses.gamification()),
                "rewards", new Addresses(addresses.rewards()),
                "analysis", new Addresses(addresses.analysis()),
                "webhook", new Addresses(addresses.webhook()));
    }

    @Override
    public Future<HttpClientRequest> create(ProxyContext call) {
        Route route = call.get(Refuse.ROUTE, Route.class);
        Addresses replicas = services.get(route.service());
        if (replicas == null) {
            return Future.failedFuture("No service is called " + route.service());
        }
        return connect(call, replicas, replicas.size());
    }

    private static Future<HttpClientRequest> connect(ProxyContext call, Addresses replicas, int tries) {
        URI replica = replicas.next();
        var to = new RequestOptions().setHost(replica.getHost()).setPort(replica.getPort());
        return call.client().request(to).recover(failure -> {
            if (failure instanceof ConnectException && tries > 1) {
                replicas.refused(replica);
                return connect(call, replicas, tries - 1);
            }
            return Future.failedFuture(failure);
        });
    }

    /** The proxy's own answer where no replica could be reached, in our words. */
    @Override
    public Future<Void> handleProxyResponse(ProxyContext call) {
        if (call.response().getStatusCode() == BAD_GATEWAY) {
            refuse.write(call, call.response(), Refusal.of(Kind.UNAVAILABLE, "no replica answers"));
        }
        return call.sendResponse();
    }
}

package dev.regulars.gateway.door;

import dev.regulars.gateway.route.Route;
import dev.regulars.internal.ReplicaList;
import dev.regulars.internal.ServiceAddresses;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.quarkus.logging.Log;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.OriginRequestProvider;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.net.URI;
import java.util.Map;

/** Hands a request to a replica of its service; another one where it cannot be connected. */
@Singleton
class Replicas implements OriginRequestProvider, ProxyInterceptor {

    private static final int BAD_GATEWAY = 502;

    private final Map<String, ReplicaList> services;
    private final Refuse refuse;

    Replicas(ServiceAddresses addresses, Refuse refuse) {
        this.refuse = refuse;
        this.services = Map.of(
                "identity", new ReplicaList(addresses.identity()),
                "community", new ReplicaList(addresses.community()),
                "messaging", new ReplicaList(addresses.messaging()),
                "gamification", new ReplicaList(addresses.gamification()),
                "rewards", new ReplicaList(addresses.rewards()),
                "analysis", new ReplicaList(addresses.analysis()),
                "webhook", new ReplicaList(addresses.webhook()));
    }

    @Override
    public Future<HttpClientRequest> create(ProxyContext call) {
        Route route = call.get(Refuse.ROUTE, Route.class);
        ReplicaList replicas = services.get(route.service());
        if (replicas == null) {
            return Future.failedFuture("No service is called " + route.service());
        }
        return connect(call, replicas, replicas.size() + 1);
    }

    /** Nothing was sent yet, so that anything may be tried again: also where a kept connection ended as it was taken. */
    private static Future<HttpClientRequest> connect(ProxyContext call, ReplicaList replicas, int tries) {
        URI replica = replicas.next();
        var to = new RequestOptions().setHost(replica.getHost()).setPort(replica.getPort());
        return call.client().request(to).recover(failure -> {
            if (failure instanceof ConnectException) {
                replicas.refused(replica);
            }
            if (tries > 1 && (failure instanceof ConnectException || failure instanceof HttpClosedException)) {
                return connect(call, replicas, tries - 1);
            }
            Log.warnf("No connection to %s: %s", replica, failure);
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

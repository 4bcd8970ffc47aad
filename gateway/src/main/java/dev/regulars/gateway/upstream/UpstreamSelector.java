package dev.regulars.gateway.upstream;

import dev.regulars.gateway.error.ErrorResponder;
import dev.regulars.gateway.limits.GatewayLimits;
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
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.OriginRequestProvider;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Connects a request to a replica of its service, or to another replica if the first refuses the connection. */
@Singleton
public class UpstreamSelector implements OriginRequestProvider, ProxyInterceptor {

    private static final int BAD_GATEWAY = 502;
    private static final String REPLICA = "replica";

    private final Map<String, ReplicaList> services;
    private final ErrorResponder errors;
    private final long timeoutMillis;
    private final long uploadTimeoutMillis;

    UpstreamSelector(ServiceAddresses addresses, GatewayLimits limits, ErrorResponder errors) {
        this.timeoutMillis = limits.upstreamTimeout().toMillis();
        this.uploadTimeoutMillis = limits.uploadTimeout().toMillis();
        this.errors = errors;
        this.services = Map.of(
                "identity", new ReplicaList(addresses.identity()),
                "community", new ReplicaList(addresses.community()),
                "messaging", new ReplicaList(addresses.messaging()),
                "gamification", new ReplicaList(addresses.gamification()),
                "rewards", new ReplicaList(addresses.rewards()),
                "analysis", new ReplicaList(addresses.analysis()),
                "webhook", new ReplicaList(addresses.webhook()));
    }

    /** Null for a service that nobody knows. */
    public @Nullable ReplicaList replicas(String service) {
        return services.get(service);
    }

    @Override
    public Future<HttpClientRequest> create(ProxyContext context) {
        Route route = context.get(Route.ATTRIBUTE, Route.class);
        ReplicaList replicas = services.get(route.service());
        if (replicas == null) {
            return Future.failedFuture("Unknown service " + route.service());
        }
        Body body = context.request().getBody();
        boolean isUpload = body != null && route.streams(body.length());
        return connect(context, replicas, isUpload ? uploadTimeoutMillis : timeoutMillis, replicas.size() + 1);
    }

    /** The replica that a request was sent to closed the connection: it is about to stop, or is gone, and rests for a moment. */
    public void closed(ProxyContext context) {
        ReplicaList replicas =
                services.get(context.get(Route.ATTRIBUTE, Route.class).service());
        URI replica = context.get(REPLICA, URI.class);
        if (replicas != null && replica != null) {
            replicas.refused(replica);
        }
    }

    /** Nothing was sent yet, so any request may be retried, also after a pooled connection was closed just as it was taken. */
    private Future<HttpClientRequest> connect(ProxyContext context, ReplicaList replicas, long timeout, int attempts) {
        URI replica = replicas.next();
        var address = new RequestOptions()
                .setHost(replica.getHost())
                .setPort(replica.getPort())
                .setTimeout(timeout);
        context.set(REPLICA, replica);
        return context.client().request(address).recover(failure -> {
            if (failure instanceof ConnectException) {
                replicas.refused(replica);
            }
            if (attempts > 1 && (failure instanceof ConnectException || failure instanceof HttpClosedException)) {
                return connect(context, replicas, timeout, attempts - 1);
            }
            Log.warnf("No connection to %s: %s", replica, failure);
            return Future.failedFuture(failure);
        });
    }

    /** Replaces the plain 502 that the proxy writes if no replica could be reached. */
    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        if (context.response().getStatusCode() == BAD_GATEWAY) {
            errors.write(context, context.response(), Refusal.of(Kind.UNAVAILABLE, "no replica could be reached"));
        }
        return context.sendResponse();
    }
}

package dev.regulars.gateway.proxy;

import dev.regulars.gateway.error.ErrorResponder;
import dev.regulars.gateway.limits.GatewayLimits;
import dev.regulars.gateway.route.AuthScheme;
import dev.regulars.gateway.route.Route;
import dev.regulars.gateway.route.RouteMatcher;
import dev.regulars.gateway.upstream.UpstreamSelector;
import dev.regulars.internal.ReplicaList;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.quarkus.logging.Log;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.NetSocket;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Relays WebSockets of routes whose service checks credentials itself: the handshake with its headers, and then bytes, as fast as the
 * slower side takes them. An upgrade passes no interceptor of the proxy, which is why it is relayed here.
 */
@Singleton
public class WebSocketRelay {

    private static final int CONNECT_TIMEOUT_MILLIS = 1_000;
    private static final int SWITCHING_PROTOCOLS = 101;

    private final RouteMatcher routes;
    private final UpstreamSelector upstream;
    private final ErrorResponder errors;
    private final HttpClient client;
    private final Set<NetSocket> open = ConcurrentHashMap.newKeySet();

    WebSocketRelay(
            Vertx vertx, GatewayLimits limits, RouteMatcher routes, UpstreamSelector upstream, ErrorResponder errors) {
        this.routes = routes;
        this.upstream = upstream;
        this.errors = errors;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(limits.maxConnections()) // each keeps its connection
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS));
    }

    /** Other protocols in Upgrade are ignored, as RFC 9110 allows. */
    static boolean isUpgrade(HttpServerRequest request) {
        return request.headers().getAll("Upgrade").stream()
                .anyMatch(protocols -> protocols.toLowerCase(Locale.ROOT).contains("websocket"));
    }

    public boolean takes(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_1_1
                || !HttpMethod.GET.equals(request.method())
                || !isUpgrade(request)) {
            return false;
        }
        Route route = routes.find(request.path());
        return route != null && route.auth() == AuthScheme.OWN;
    }

    public void handle(HttpServerRequest request) {
        Route route = routes.find(request.path());
        ReplicaList replicas = route == null ? null : upstream.replicas(route.service());
        if (route == null || replicas == null) {
            errors.refuse(request, Refusal.of(Kind.NO_ROUTE, "no route"));
            return;
        }
        String query = request.query();
        String target = route.upstreamPath(request.path()) + (query == null ? "" : "?" + query);
        connect(request, target, replicas, replicas.size() + 1)
                .onSuccess(response -> answer(request, response))
                .onFailure(failure -> {
                    Log.warnf("A WebSocket was not relayed: %s", failure);
                    errors.refuse(request, Refusal.of(Kind.UNAVAILABLE, String.valueOf(failure)));
                });
    }

    /** Whoever is connected is told by the service; here the connections end. */
    public void close() {
        open.forEach(NetSocket::close);
    }

    private Future<HttpClientResponse> connect(
            HttpServerRequest request, String target, ReplicaList replicas, int attempts) {
        URI replica = replicas.next();
        var address = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(replica.getHost())
                .setPort(replica.getPort())
                .setURI(target);
        return client.request(address)
                .compose(handshake -> shakeHands(request, handshake))
                .recover(failure -> {
                    if (failure instanceof ConnectException) {
                        replicas.refused(replica);
                    }
                    return attempts > 1 && failure instanceof ConnectException
                            ? connect(request, target, replicas, attempts - 1)
                            : Future.failedFuture(failure);
                });
    }

    private static Future<HttpClientResponse> shakeHands(HttpServerRequest request, HttpClientRequest handshake) {
        handshake.headers().addAll(request.headers());
        handshake.headers().remove("Host");
        InternalHeaders.set(handshake.headers(), request);
        return handshake.connect();
    }

    private void answer(HttpServerRequest request, HttpClientResponse response) {
        if (response.statusCode() != SWITCHING_PROTOCOLS) {
            refuse(request, response);
            return;
        }
        NetSocket service = response.netSocket();
        service.pause();
        request.response().setStatusCode(SWITCHING_PROTOCOLS).headers().addAll(response.headers());
        request.toNetSocket().onSuccess(caller -> join(caller, service)).onFailure(failure -> {
            Log.debugf("A WebSocket broke off: %s", failure);
            service.close();
        });
    }

    private void join(NetSocket caller, NetSocket service) {
        open.add(caller);
        caller.closeHandler(closed -> {
            open.remove(caller);
            service.close();
        });
        service.closeHandler(closed -> caller.close());
        caller.pipeTo(service).onFailure(failure -> caller.close());
        service.pipeTo(caller).onFailure(failure -> service.close());
    }

    private static void refuse(HttpServerRequest request, HttpClientResponse response) {
        response.body().onSuccess(body -> {
            request.response().setStatusCode(response.statusCode());
            String type = response.getHeader("Content-Type");
            if (type != null) {
                request.response().putHeader("Content-Type", type);
            }
            request.response().end(body);
            request.resume();
        });
    }
}

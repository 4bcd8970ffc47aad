package dev.regulars.gateway.proxy;

import dev.regulars.gateway.cors.Cors;
import dev.regulars.gateway.limits.EventLoops;
import dev.regulars.gateway.limits.GatewayLimits;
import dev.regulars.gateway.proxy.body.BodyBuffer;
import dev.regulars.gateway.proxy.body.BodyLimit;
import dev.regulars.gateway.proxy.body.ResponseBuffer;
import dev.regulars.gateway.ratelimit.AddressLimit;
import dev.regulars.gateway.ratelimit.CallerLimit;
import dev.regulars.gateway.upstream.CircuitBreakers;
import dev.regulars.gateway.upstream.UpstreamSelector;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * The interceptors of every request, in order: metrics, internal headers, size, rate of the address, route, CORS, token exchange,
 * rates of the caller, body, then a replica of the service, unless its circuit is open; another one if the connection closes. Each may answer instead of passing the request on. Responses pass them in reverse.
 */
@Singleton
public class ProxyChain {

    private static final int CONNECT_TIMEOUT_MILLIS = 1_000;

    private final Vertx vertx;
    private final HttpClientOptions options;
    private final UpstreamSelector upstream;
    private final List<ProxyInterceptor> interceptors;

    /** A request and its connection to the service are on one event loop, so that no thread has to wake another one. */
    private final ThreadLocal<HttpProxy> proxyOfEventLoop = ThreadLocal.withInitial(this::proxy);

    ProxyChain(
            Vertx vertx,
            GatewayLimits limits,
            RequestMetrics metrics,
            InternalHeaders internalHeaders,
            BodyLimit bodyLimit,
            AddressLimit addressLimit,
            RouteInterceptor route,
            Cors cors,
            TokenExchangeInterceptor tokenExchange,
            CallerLimit callerLimit,
            BodyBuffer bodyBuffer,
            UpstreamSelector upstream,
            CircuitBreakers circuitBreakers,
            ResponseBuffer responseBuffer,
            RetryInterceptor retry) {
        this.vertx = vertx;
        this.upstream = upstream;
        this.options = new HttpClientOptions()
                .setMaxPoolSize(EventLoops.share(limits.upstreamConnections()))
                .setMaxWaitQueueSize(EventLoops.share(limits.upstreamQueue()))
                .setKeepAlive(true)
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS);
        this.interceptors = List.of(
                metrics,
                internalHeaders,
                bodyLimit,
                addressLimit,
                route,
                cors,
                tokenExchange,
                callerLimit,
                bodyBuffer,
                upstream,
                circuitBreakers,
                responseBuffer,
                retry);
    }

    private HttpProxy proxy() {
        // an upgrade to WebSocket would pass no interceptor
        var proxy = HttpProxy.reverseProxy(
                        new ProxyOptions().setSupportWebSocket(false), vertx.createHttpClient(options))
                .origin(upstream);
        interceptors.forEach(proxy::addInterceptor);
        return proxy;
    }

    public void handle(HttpServerRequest request) {
        proxyOfEventLoop.get().handle(request);
    }
}

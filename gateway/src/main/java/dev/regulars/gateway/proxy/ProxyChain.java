package dev.regulars.gateway.proxy;

import dev.regulars.gateway.limits.GatewayLimits;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.inject.Singleton;

/**
 * The interceptors of every request, in order: metrics, internal headers, size, route, token exchange, body, then a replica of
 * the service. Each may answer instead of passing the request on. Responses pass them in reverse.
 */
@Singleton
public class ProxyChain {

    private static final int CONNECT_TIMEOUT_MILLIS = 1_000;

    private final HttpProxy proxy;

    ProxyChain(
            Vertx vertx,
            GatewayLimits limits,
            RequestMetrics metrics,
            InternalHeaders internalHeaders,
            BodyLimit bodyLimit,
            RouteInterceptor route,
            TokenExchangeInterceptor tokenExchange,
            BodyBuffer bodyBuffer,
            UpstreamSelector upstream,
            ResponseBuffer responseBuffer) {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(limits.upstreamConnections())
                .setMaxWaitQueueSize(limits.upstreamQueue())
                .setKeepAlive(true)
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS));
        // an upgrade to WebSocket would pass no interceptor
        this.proxy = HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .addInterceptor(metrics)
                .addInterceptor(internalHeaders)
                .addInterceptor(bodyLimit)
                .addInterceptor(route)
                .addInterceptor(tokenExchange)
                .addInterceptor(bodyBuffer)
                .addInterceptor(upstream)
                .addInterceptor(responseBuffer)
                .origin(upstream);
    }

    public void handle(HttpServerRequest request) {
        proxy.handle(request);
    }
}

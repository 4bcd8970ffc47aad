package dev.regulars.gateway.proxy;

import dev.regulars.gateway.cors.Cors;
import dev.regulars.gateway.limits.GatewayLimits;
import dev.regulars.gateway.proxy.body.BodyBuffer;
import dev.regulars.gateway.proxy.body.BodyLimit;
import dev.regulars.gateway.proxy.body.ResponseBuffer;
import dev.regulars.gateway.ratelimit.AddressLimit;
import dev.regulars.gateway.ratelimit.CallerLimit;
import dev.regulars.gateway.upstream.CircuitBreakers;
import dev.regulars.gateway.upstream.UpstreamSelector;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.inject.Singleton;

/**
 * The interceptors of every request, in order: metrics, internal headers, size, rate of the address, route, CORS, token exchange,
 * rates of the caller, body, then a replica of the service, unless its circuit is open. Each may answer instead of passing the request on. Responses pass them in reverse.
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
            AddressLimit addressLimit,
            RouteInterceptor route,
            Cors cors,
            TokenExchangeInterceptor tokenExchange,
            CallerLimit callerLimit,
            BodyBuffer bodyBuffer,
            UpstreamSelector upstream,
            CircuitBreakers circuitBreakers,
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
                .addInterceptor(addressLimit)
                .addInterceptor(route)
                .addInterceptor(cors)
                .addInterceptor(tokenExchange)
                .addInterceptor(callerLimit)
                .addInterceptor(bodyBuffer)
                .addInterceptor(upstream)
                .addInterceptor(circuitBreakers)
                .addInterceptor(responseBuffer)
                .origin(upstream);
    }

    public void handle(HttpServerRequest request) {
        proxy.handle(request);
    }
}

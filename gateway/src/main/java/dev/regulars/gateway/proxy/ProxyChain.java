package dev.regulars.gateway.proxy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.ext.web.Router;
import io.vertx.httpproxy.HttpProxy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The interceptors of every request, in order: metrics, request id, body limit, route, token exchange, then a replica of the
 * service. Each may answer instead of passing the request on. Responses pass them in reverse.
 */
@ApplicationScoped
class ProxyChain {

    private static final int MAX_CONNECTIONS = 256;
    private static final int CONNECT_TIMEOUT_MILLIS = 1_000;
    private static final int AFTER_HEALTH_AND_METRICS = 20_000;

    private final Vertx vertx;
    private final RequestMetrics metrics;
    private final RequestIdInterceptor requestId;
    private final BodyLimit bodyLimit;
    private final RouteInterceptor route;
    private final TokenExchangeInterceptor tokenExchange;
    private final UpstreamSelector upstream;
    private final ResponseBuffer responseBuffer;

    ProxyChain(
            Vertx vertx,
            RequestMetrics metrics,
            RequestIdInterceptor requestId,
            BodyLimit bodyLimit,
            RouteInterceptor route,
            TokenExchangeInterceptor tokenExchange,
            UpstreamSelector upstream,
            ResponseBuffer responseBuffer) {
        this.vertx = vertx;
        this.metrics = metrics;
        this.requestId = requestId;
        this.bodyLimit = bodyLimit;
        this.route = route;
        this.tokenExchange = tokenExchange;
        this.upstream = upstream;
        this.responseBuffer = responseBuffer;
    }

    void register(@Observes Router router) {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(MAX_CONNECTIONS)
                .setKeepAlive(true)
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS));
        HttpProxy proxy = HttpProxy.reverseProxy(client)
                .addInterceptor(metrics)
                .addInterceptor(requestId)
                .addInterceptor(bodyLimit)
                .addInterceptor(route)
                .addInterceptor(tokenExchange)
                .addInterceptor(upstream)
                .addInterceptor(responseBuffer)
                .origin(upstream);
        router.route().order(AFTER_HEALTH_AND_METRICS).handler(context -> proxy.handle(context.request()));
    }
}

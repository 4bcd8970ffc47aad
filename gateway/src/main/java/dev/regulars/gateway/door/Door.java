package dev.regulars.gateway.door;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.ext.web.Router;
import io.vertx.httpproxy.HttpProxy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The way of every request, read from top to bottom: counted, marked, measured, routed, its credential traded, then handed to a
 * replica of its service. Any step may answer instead; the steps after it are then not taken.
 */
@ApplicationScoped
class Door {

    private static final int CONNECTIONS = 256;
    private static final int CONNECT_MILLIS = 1_000;
    private static final int AFTER_HEALTH_AND_METRICS = 20_000;

    private final Vertx vertx;
    private final Count count;
    private final Mark mark;
    private final Measure measure;
    private final Find find;
    private final Trade trade;
    private final Replicas replicas;
    private final Hold hold;

    Door(Vertx vertx, Count count, Mark mark, Measure measure, Find find, Trade trade, Replicas replicas, Hold hold) {
        this.vertx = vertx;
        this.count = count;
        this.mark = mark;
        this.measure = measure;
        this.find = find;
        this.trade = trade;
        this.replicas = replicas;
        this.hold = hold;
    }

    void open(@Observes Router router) {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(CONNECTIONS)
                .setKeepAlive(true)
                .setConnectTimeout(CONNECT_MILLIS));
        HttpProxy proxy = HttpProxy.reverseProxy(client)
                .addInterceptor(count)
                .addInterceptor(mark)
                .addInterceptor(measure)
                .addInterceptor(find)
                .addInterceptor(trade)
                .addInterceptor(replicas)
                .addInterceptor(hold)
                .origin(replicas);
        router.route().order(AFTER_HEALTH_AND_METRICS).handler(call -> proxy.handle(call.request()));
    }
}

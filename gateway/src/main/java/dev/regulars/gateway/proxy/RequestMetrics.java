package dev.regulars.gateway.proxy;

import dev.regulars.gateway.route.Route;
import dev.regulars.gateway.upstream.ClientDisconnect;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.logging.Log;
import io.vertx.core.Future;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Times every request by its route. The path itself would make a time series for each id. */
@Singleton
class RequestMetrics implements ProxyInterceptor {

    private static final String STARTED_AT = "startedAt";
    private static final String NONE = "none";

    /** As nginx counts a request whose client went away. */
    private static final int CLIENT_DISCONNECT = 499;

    private final MeterRegistry metrics;
    private final Map<Labels, Timer> timers = new ConcurrentHashMap<>();

    private record Labels(String route, String service, int statusClass) {

        static Labels of(@Nullable Route route, int status) {
            return route == null
                    ? new Labels(NONE, NONE, status / 100)
                    : new Labels(String.join("/", route.pattern()), route.service(), status / 100);
        }
    }

    RequestMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        context.set(STARTED_AT, System.nanoTime());
        return context.sendRequest();
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        int status = ClientDisconnect.happened(context)
                ? CLIENT_DISCONNECT
                : context.response().getStatusCode();
        return context.sendResponse().onComplete(sent -> record(context, status));
    }

    private void record(ProxyContext context, int status) {
        var duration = Duration.ofNanos(System.nanoTime() - context.get(STARTED_AT, Long.class));
        var labels = Labels.of(context.get(Route.ATTRIBUTE, Route.class), status);
        timers.computeIfAbsent(labels, this::timer).record(duration);
        Log.debugf("%s answered with %d after %s", labels.route(), status, duration);
    }

    private Timer timer(Labels labels) {
        return Timer.builder("gateway.requests")
                .description("Time until the response was sent, by route as in routes.yaml (none: no route), by service"
                        + " and by status class")
                .tag("route", labels.route())
                .tag("service", labels.service())
                .tag("status", labels.statusClass() + "xx")
                .serviceLevelObjectives(Duration.ofMillis(100), Duration.ofMillis(300), Duration.ofSeconds(1))
                .register(metrics);
    }
}

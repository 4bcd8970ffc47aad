package dev.regulars.gateway.door;

import dev.regulars.gateway.route.Route;
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

/** Counts and times every request by its route: a path as it came would make a series of its own for each document. */
@Singleton
class Count implements ProxyInterceptor {

    private static final String BEGUN = "begun";
    private static final String NONE = "none";

    private final MeterRegistry metrics;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    private record Kind(String route, String service, int hundreds) {

        static Kind of(@Nullable Route route, int status) {
            return route == null
                    ? new Kind(NONE, NONE, status / 100)
                    : new Kind(String.join("/", route.pattern()), route.service(), status / 100);
        }
    }

    Count(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext call) {
        call.set(BEGUN, System.nanoTime());
        return call.sendRequest();
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext call) {
        int status = call.response().getStatusCode();
        return call.sendResponse().onComplete(sent -> ended(call, status));
    }

    private void ended(ProxyContext call, int status) {
        var took = Duration.ofNanos(System.nanoTime() - call.get(BEGUN, Long.class));
        var kind = Kind.of(call.get(Refuse.ROUTE, Route.class), status);
        timers.computeIfAbsent(kind, this::timer).record(took);
        Log.debugf("%s answered %d after %s", kind.route(), status, took);
    }

    private Timer timer(Kind kind) {
        return Timer.builder("gateway.requests")
                .description(
                        "Requests until their answer was sent, by route as in routes.yaml (none: no route), by service"
                                + " and by class of the status")
                .tag("route", kind.route())
                .tag("service", kind.service())
                .tag("status", kind.hundreds() + "xx")
                .register(metrics);
    }
}

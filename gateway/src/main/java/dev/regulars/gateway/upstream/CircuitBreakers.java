package dev.regulars.gateway.upstream;

import dev.regulars.gateway.error.ErrorResponder;
import dev.regulars.gateway.limits.GatewayLimits;
import dev.regulars.gateway.route.Route;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.vertx.core.Future;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * One circuit breaker per service. A service that does not answer any more is not waited for: callers get their 503 at once, and
 * keep no connection and no place in the queue, until a few trial requests were answered.
 */
@Singleton
public class CircuitBreakers implements ProxyInterceptor {

    private static final String STARTED_AT = "sentAt";
    private static final int BAD_GATEWAY = 502;

    private final CircuitBreakerConfig config;
    private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();
    private final MeterRegistry metrics;
    private final ErrorResponder errors;
    private final String retryAfter;

    CircuitBreakers(GatewayLimits limits, MeterRegistry metrics, ErrorResponder errors) {
        this.metrics = metrics;
        this.errors = errors;
        this.retryAfter = String.valueOf(Math.max(1, limits.circuitPause().toSeconds()));
        this.config = CircuitBreakerConfig.custom()
                .slidingWindowSize(limits.circuitWindow())
                .minimumNumberOfCalls(limits.circuitWindow())
                .failureRateThreshold(limits.circuitFailurePercent())
                .waitDurationInOpenState(limits.circuitPause())
                .permittedNumberOfCallsInHalfOpenState(limits.circuitTrials())
                // a trial whose client went away has no outcome
                .maxWaitDurationInHalfOpenState(limits.upstreamTimeout().plus(limits.circuitPause()))
                .build();
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        String service = context.get(Route.ATTRIBUTE, Route.class).service();
        if (!breaker(service).tryAcquirePermission()) {
            Refusal refusal =
                    Refusal.of(Kind.UNAVAILABLE, service + " does not answer").with("Retry-After", retryAfter);
            return errors.refuse(context, refusal);
        }
        context.set(STARTED_AT, System.nanoTime());
        return context.sendRequest().onFailure(failure -> ClientDisconnect.note(context, failure));
    }

    /** 502 is what the proxy writes if no replica could be reached, or none answered in time. */
    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        Long startedAt = context.get(STARTED_AT, Long.class);
        if (startedAt != null) {
            CircuitBreaker breaker =
                    breaker(context.get(Route.ATTRIBUTE, Route.class).service());
            long nanos = System.nanoTime() - startedAt;
            if (ClientDisconnect.happened(context)) {
                breaker.releasePermission();
            } else if (context.response().getStatusCode() == BAD_GATEWAY) {
                breaker.onError(nanos, TimeUnit.NANOSECONDS, new IllegalStateException("no answer"));
            } else {
                breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
            }
        }
        return context.sendResponse();
    }

    private CircuitBreaker breaker(String service) {
        CircuitBreaker known = breakers.get(service);
        return known == null ? breakers.computeIfAbsent(service, this::closed) : known;
    }

    private CircuitBreaker closed(String service) {
        CircuitBreaker breaker = CircuitBreaker.of(service, config);
        breaker.getEventPublisher()
                .onStateTransition(
                        change -> Log.warnf("Circuit of %s-service: %s", service, change.getStateTransition()));
        Gauge.builder("gateway.circuit.open", breaker, one -> one.getState() == State.CLOSED ? 0 : 1)
                .description("Whether requests to a service are refused because it does not answer")
                .tag("service", service)
                .register(metrics);
        return breaker;
    }
}

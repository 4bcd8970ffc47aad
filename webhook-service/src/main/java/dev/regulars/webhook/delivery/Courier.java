package dev.regulars.webhook.delivery;

import dev.regulars.web.trace.Traces;
import dev.regulars.webhook.receiver.Receivers;
import dev.regulars.webhook.receiver.Schedule;
import dev.regulars.webhook.subscription.Leased;
import dev.regulars.webhook.subscription.Leases;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Makes one attempt: encrypts and signs the rendered bytes anew, posts them, and says what came of it. */
@ApplicationScoped
class Courier {

    private final Receivers receivers;
    private final Leases leases;
    private final Schedule schedule;
    private final DeliveryMetrics metrics;
    private final Traces traces;

    Courier(Receivers receivers, Leases leases, Schedule schedule, DeliveryMetrics metrics, Traces traces) {
        this.receivers = receivers;
        this.leases = leases;
        this.schedule = schedule;
        this.metrics = metrics;
        this.traces = traces;
    }

    Uni<Verdict> attempt(Leased to, DeliveryDocument delivery) {
        byte[] body = to.envelope().close(delivery.body);
        Map<String, String> headers = new HashMap<>(to.envelope().headers());
        headers.putAll(to.signature().headers(delivery.id, body));
        Span span = traces.begin("deliver " + delivery.event, SpanKind.CLIENT, delivery.trace);
        long begun = System.nanoTime();
        return receivers
                .post(to.url(), headers, body)
                .map(response -> Verdict.on(response, schedule.after(delivery.attempts + 1)))
                .onTermination()
                .invoke(span::end)
                .invoke(verdict -> metrics.attempted(verdict, Duration.ofNanos(System.nanoTime() - begun)))
                .call(verdict -> verdict.isGoodbye()
                        ? leases.switchOff(to, verdict.reason())
                        : Uni.createFrom().voidItem());
    }
}

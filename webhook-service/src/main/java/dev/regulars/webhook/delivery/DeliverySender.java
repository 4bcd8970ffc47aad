package dev.regulars.webhook.delivery;

import dev.regulars.web.trace.Traces;
import dev.regulars.webhook.endpoint.RetrySchedule;
import dev.regulars.webhook.endpoint.WebhookClient;
import dev.regulars.webhook.lease.LeasedSubscription;
import dev.regulars.webhook.lease.Leases;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Makes one delivery attempt: encrypts and signs the rendered body, posts it and returns the outcome. */
@ApplicationScoped
class DeliverySender {

    private final WebhookClient client;
    private final Leases leases;
    private final RetrySchedule schedule;
    private final DeliveryMetrics metrics;
    private final Traces traces;

    DeliverySender(
            WebhookClient client, Leases leases, RetrySchedule schedule, DeliveryMetrics metrics, Traces traces) {
        this.client = client;
        this.leases = leases;
        this.schedule = schedule;
        this.metrics = metrics;
        this.traces = traces;
    }

    Uni<AttemptOutcome> attempt(LeasedSubscription subscription, DeliveryDocument delivery) {
        byte[] body = subscription.encryptor().encrypt(delivery.body);
        Map<String, String> headers = new HashMap<>(subscription.encryptor().headers());
        headers.putAll(subscription.signature().headers(delivery.id, body));
        Span span = traces.begin("deliver " + delivery.event, SpanKind.CLIENT, delivery.trace);
        long startedAt = System.nanoTime();
        return client.post(subscription.url(), headers, body)
                .map(response -> AttemptOutcome.of(response, schedule.after(delivery.attempts + 1)))
                .onTermination()
                .invoke(span::end)
                .invoke(outcome -> metrics.attempted(outcome, Duration.ofNanos(System.nanoTime() - startedAt)))
                .call(outcome -> outcome.isGone()
                        ? leases.deactivate(subscription, outcome.reason())
                        : Uni.createFrom().voidItem());
    }
}

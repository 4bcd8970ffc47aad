package dev.regulars.webhook.delivery;

import dev.regulars.web.trace.Traces;
import dev.regulars.webhook.endpoint.Response;
import dev.regulars.webhook.endpoint.Response.Answered;
import dev.regulars.webhook.endpoint.RetrySchedule;
import dev.regulars.webhook.endpoint.WebhookClient;
import dev.regulars.webhook.lease.LeasedSubscription;
import dev.regulars.webhook.lease.Leases;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.logging.Log;
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

    /** Never fails: a delivery that cannot be sent is retried by the schedule and does not stop the others. */
    Uni<AttemptOutcome> attempt(LeasedSubscription subscription, DeliveryDocument delivery) {
        long startedAt = System.nanoTime();
        return Uni.createFrom()
                .deferred(() -> send(subscription, delivery))
                .chain(response -> outcome(subscription, delivery, response))
                .onFailure()
                .recoverWithItem(failure -> failed(delivery, failure))
                .invoke(outcome -> metrics.attempted(outcome, Duration.ofNanos(System.nanoTime() - startedAt)));
    }

    private Uni<Response> send(LeasedSubscription subscription, DeliveryDocument delivery) {
        byte[] body = subscription.encryptor().encrypt(delivery.body);
        Map<String, String> headers = new HashMap<>(subscription.encryptor().headers());
        headers.putAll(subscription.signature().headers(delivery.id, body));
        Span span = traces.begin("deliver " + delivery.event, SpanKind.CLIENT, delivery.trace);
        return client.post(subscription.url(), headers, body).onTermination().invoke(span::end);
    }

    /** After a 410 the delivery is closed only once its subscription is switched off. */
    private Uni<AttemptOutcome> outcome(LeasedSubscription subscription, DeliveryDocument delivery, Response response) {
        var outcome = AttemptOutcome.of(response, schedule.next(delivery.attempts + 1, response));
        return response instanceof Answered answer && answer.isGone()
                ? leases.deactivate(subscription, outcome.reason()).replaceWith(outcome)
                : Uni.createFrom().item(outcome);
    }

    private AttemptOutcome failed(DeliveryDocument delivery, Throwable failure) {
        Log.errorf(failure, "Attempt of delivery %s failed", delivery.id);
        return AttemptOutcome.retry(null, "Internal error", schedule.next(delivery.attempts + 1));
    }
}

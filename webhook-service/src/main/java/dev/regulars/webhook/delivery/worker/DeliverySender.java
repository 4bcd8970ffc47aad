package dev.regulars.webhook.delivery.worker;

import dev.regulars.web.trace.Traces;
import dev.regulars.webhook.client.Response;
import dev.regulars.webhook.client.Response.Answered;
import dev.regulars.webhook.client.Response.Unanswered;
import dev.regulars.webhook.client.RetrySchedule;
import dev.regulars.webhook.client.WebhookClient;
import dev.regulars.webhook.delivery.AttemptOutcome;
import dev.regulars.webhook.delivery.DeliveryDocument;
import dev.regulars.webhook.delivery.DeliveryMetrics;
import dev.regulars.webhook.delivery.DeliveryWrites.Attempt;
import dev.regulars.webhook.delivery.LoggedAttempt;
import dev.regulars.webhook.encryption.BodyEncryptor;
import dev.regulars.webhook.lease.LeasedSubscription;
import dev.regulars.webhook.lease.Leases;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes one delivery attempt: encrypts and signs the rendered body, posts it and returns the outcome. */
@Singleton
public class DeliverySender {

    private final WebhookClient client;
    private final Leases leases;
    private final RetrySchedule schedule;
    private final DeliveryMetrics metrics;
    private final Traces traces;

    /** What was sent, and what came back. */
    public record Exchange(Response response, LoggedAttempt log) {}

    DeliverySender(
            WebhookClient client, Leases leases, RetrySchedule schedule, DeliveryMetrics metrics, Traces traces) {
        this.client = client;
        this.leases = leases;
        this.schedule = schedule;
        this.metrics = metrics;
        this.traces = traces;
    }

    /** Never fails: a delivery that cannot be sent is retried by the schedule and does not stop the others. */
    Uni<Attempt> attempt(LeasedSubscription subscription, DeliveryDocument delivery) {
        long startedAt = System.nanoTime();
        return Uni.createFrom()
                .deferred(() -> send(subscription, delivery))
                .chain(exchange -> outcome(subscription, delivery, exchange))
                .onFailure()
                .recoverWithItem(failure -> failed(subscription, delivery, failure))
                .invoke(attempt ->
                        metrics.attempted(attempt.outcome(), Duration.ofNanos(System.nanoTime() - startedAt)));
    }

    private Uni<Exchange> send(LeasedSubscription subscription, DeliveryDocument delivery) {
        Span span = traces.begin("deliver " + delivery.event, SpanKind.CLIENT, delivery.trace);
        Uni<Exchange> exchange = exchange(subscription, delivery.id, delivery.body);
        return span.isRecording() ? exchange.onTermination().invoke(() -> span.end()) : exchange;
    }

    /** @param id sent as {@code webhook-id} */
    public Uni<Exchange> exchange(LeasedSubscription subscription, String id, byte[] plain) {
        Instant at = Instant.now();
        long startedAt = System.nanoTime();
        BodyEncryptor encryptor = subscription.keys().now();
        byte[] body = encryptor.encrypt(plain);
        String url = subscription.url().text();
        Map<String, String> headers = new HashMap<>(encryptor.headers());
        headers.putAll(subscription.signer().headers(id, url, body));
        return client.post(subscription.url(), headers, body).map(response -> {
            long ms = Duration.ofNanos(System.nanoTime() - startedAt).toMillis();
            return new Exchange(response, LoggedAttempt.of(at, ms, url, headers, response));
        });
    }

    /** After a 410 the delivery is closed only once its subscription is switched off. */
    private Uni<Attempt> outcome(LeasedSubscription subscription, DeliveryDocument delivery, Exchange exchange) {
        Response response = exchange.response();
        var outcome = AttemptOutcome.of(response, () -> next(subscription, delivery, response));
        var attempt = new Attempt(delivery.id, subscription.fence(), outcome, exchange.log());
        return response instanceof Answered answer && answer.isGone()
                ? leases.deactivate(subscription, outcome.reason()).replaceWith(attempt)
                : Uni.createFrom().item(attempt);
    }

    private @Nullable Instant next(
            LeasedSubscription subscription, DeliveryDocument delivery, @Nullable Response response) {
        Instant since = delivery.openedAt == null ? delivery.createdAt : delivery.openedAt;
        return schedule.next(subscription.windows(delivery.event), since, delivery.attempts + 1, response);
    }

    private Attempt failed(LeasedSubscription subscription, DeliveryDocument delivery, Throwable failure) {
        Log.errorf(failure, "Attempt of delivery %s failed", delivery.id);
        var outcome = AttemptOutcome.retry(null, "Internal error", next(subscription, delivery, null));
        var log = LoggedAttempt.of(
                Instant.now(), 0, subscription.url().text(), Map.of(), new Unanswered("Internal error"));
        return new Attempt(delivery.id, subscription.fence(), outcome, log);
    }
}

package dev.regulars.webhook.delivery;

import dev.regulars.webhook.receiver.Receivers;
import dev.regulars.webhook.receiver.Schedule;
import dev.regulars.webhook.subscription.Leased;
import dev.regulars.webhook.subscription.Leases;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Makes one attempt: encrypts and signs the rendered bytes anew, posts them, writes down how it went. */
@ApplicationScoped
class Courier {

    private static final int TRIES_TO_WRITE = 5;

    private final Receivers receivers;
    private final Leases leases;
    private final Schedule schedule;
    private final DeliveryMetrics metrics;

    Courier(Receivers receivers, Leases leases, Schedule schedule, DeliveryMetrics metrics) {
        this.receivers = receivers;
        this.leases = leases;
        this.schedule = schedule;
        this.metrics = metrics;
    }

    Uni<Verdict> attempt(Leased to, DeliveryDocument delivery) {
        byte[] body = to.envelope().close(delivery.body);
        Map<String, String> headers = new HashMap<>(to.envelope().headers());
        headers.putAll(to.signature().headers(delivery.id, body));
        long begun = System.nanoTime();
        return receivers
                .post(to.url(), headers, body)
                .map(response -> Verdict.on(response, schedule.after(delivery.attempts + 1)))
                .invoke(verdict -> metrics.attempted(verdict, Duration.ofNanos(System.nanoTime() - begun)))
                .call(verdict -> verdict.isGoodbye()
                        ? leases.switchOff(to, verdict.reason())
                        : Uni.createFrom().voidItem())
                .call(verdict -> write(to, delivery, verdict));
    }

    /** What is not written down is posted again, so a database that is away for a moment is asked more than once. */
    private static Uni<Void> write(Leased to, DeliveryDocument delivery, Verdict verdict) {
        return DeliveryDocument.record(delivery.id, to.fence(), verdict)
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(100), Duration.ofSeconds(2))
                .atMost(TRIES_TO_WRITE)
                .invoke(counted -> {
                    if (!counted) {
                        Log.debugf("Delivery %s is not ours any more", delivery.id);
                    }
                })
                .replaceWithVoid();
    }
}

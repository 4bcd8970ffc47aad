package dev.regulars.webhook.delivery;

import static java.util.Objects.requireNonNull;

import dev.regulars.eventing.worker.Poller;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Metrics of deliveries and attempts. */
@Singleton
public class DeliveryMetrics {

    /** Jittered by half, so at least ten seconds. */
    private static final Duration INTERVAL = Duration.ofSeconds(20);

    private final Map<DeliveryState, AtomicLong> counts = new EnumMap<>(DeliveryState.class);
    private final Map<DeliveryState, Timer> attempts = new EnumMap<>(DeliveryState.class);
    private final Poller poller;

    DeliveryMetrics(Vertx vertx, MeterRegistry metrics) {
        for (DeliveryState state : DeliveryState.values()) {
            var counted = new AtomicLong();
            counts.put(state, counted);
            Gauge.builder("webhook.deliveries", counted, AtomicLong::get)
                    .description("Deliveries by state, counted up to 100000 each and at most every 10 s; all replicas"
                            + " report the same numbers")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(metrics);
            attempts.put(state, attempts(state, metrics));
        }
        this.poller = Poller.every(vertx, INTERVAL, "Counting deliveries", this::count);
    }

    private static Timer attempts(DeliveryState state, MeterRegistry metrics) {
        return Timer.builder("webhook.attempts")
                .description("Duration of delivery attempts, by the state of the delivery afterwards: open ones are"
                        + " retried")
                .tag("state", state.name().toLowerCase(Locale.ROOT))
                .register(metrics);
    }

    void start(@Observes StartupEvent started) {
        poller.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        poller.stop();
    }

    public void attempted(AttemptOutcome outcome, Duration took) {
        requireNonNull(attempts.get(outcome.state())).record(took);
    }

    private Uni<Void> count() {
        return Multi.createFrom()
                .iterable(counts.entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        entry -> DeliveryDocument.count(entry.getKey()).invoke(entry.getValue()::set))
                .collect()
                .last()
                .replaceWithVoid();
    }
}

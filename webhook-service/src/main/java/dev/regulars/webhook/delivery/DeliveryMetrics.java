package dev.regulars.webhook.delivery;

import static java.util.Objects.requireNonNull;

import dev.regulars.eventing.Poller;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What an operator sees of the deliveries. */
@ApplicationScoped
class DeliveryMetrics {

    /** Give or take half of it, which leaves ten seconds at least. */
    private static final Duration PAUSE = Duration.ofSeconds(20);

    private final Map<State, AtomicLong> counts = new EnumMap<>(State.class);
    private final Map<State, Timer> attempts = new EnumMap<>(State.class);
    private final Poller poller;

    DeliveryMetrics(Vertx vertx, MeterRegistry metrics) {
        for (State state : State.values()) {
            var counted = new AtomicLong();
            counts.put(state, counted);
            Gauge.builder("webhook.deliveries", counted, AtomicLong::get)
                    .description("Deliveries by state, counted up to 100000 each and at most every 10 s; every replica"
                            + " tells of the same ones")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(metrics);
            attempts.put(state, attempts(state, metrics));
        }
        this.poller = Poller.every(vertx, PAUSE, "Counting the deliveries", this::count);
    }

    private static Timer attempts(State state, MeterRegistry metrics) {
        return Timer.builder("webhook.attempts")
                .description("Attempts to deliver, until the receiver answered or did not, by the state they left the"
                        + " delivery in: open ones are tried again")
                .tag("state", state.name().toLowerCase(Locale.ROOT))
                .register(metrics);
    }

    void start(@Observes StartupEvent started) {
        poller.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        poller.stop();
    }

    void attempted(Verdict verdict, Duration took) {
        requireNonNull(attempts.get(verdict.state())).record(took);
    }

    private Uni<Void> count() {
        return Multi.createFrom()
                .iterable(counts.entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        one -> DeliveryDocument.count(one.getKey()).invoke(one.getValue()::set))
                .collect()
                .last()
                .replaceWithVoid();
    }
}

package dev.regulars.eventing.consumer;

import static java.util.Comparator.naturalOrder;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Which partitions wait, since when and why: metrics, and data of the health report. Always up: a restart would not
 * help, and a replica that cannot consume can still answer calls.
 */
@Readiness // a qualifier, hence the @Default
@Default
@Startup
@ApplicationScoped
class StalledPartitions implements HealthCheck {

    private record Stall(Instant since, Throwable why) {}

    private final Map<String, Stall> waiting = new ConcurrentHashMap<>();
    private final Clock clock;

    StalledPartitions(MeterRegistry metrics, Clock clock) {
        this.clock = clock;
        Gauge.builder("consumer.stalled.partitions", waiting, Map::size)
                .description("Partitions, one for each consumer, that wait because the database is away")
                .register(metrics);
        Gauge.builder("consumer.stalled.age", this::oldest)
                .description("Time since the oldest of these stalls began, 0 where there is none")
                .baseUnit("seconds")
                .register(metrics);
    }

    void begin(String partition, Throwable failure) {
        waiting.computeIfAbsent(partition, p -> new Stall(clock.instant(), failure));
    }

    void end(String partition) {
        waiting.remove(partition);
    }

    private double oldest() {
        return waiting.values().stream()
                .map(Stall::since)
                .min(naturalOrder())
                .map(since -> Duration.between(since, clock.instant()).toMillis() / 1_000.0)
                .orElse(0.0);
    }

    @Override
    public HealthCheckResponse call() {
        var note = HealthCheckResponse.named("consumers").up();
        waiting.forEach((partition, stall) -> note.withData(partition, "since " + stall.since() + ": " + stall.why()));
        return note.build();
    }
}

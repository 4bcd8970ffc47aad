package dev.regulars.eventing.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Which partitions wait, since when and why: a metric, and a note in the health report. Always up: a restart would not
 * help, and a replica that cannot consume can still answer calls.
 */
@Readiness // a qualifier, hence the @Default
@Default
@ApplicationScoped
class Stalls implements HealthCheck {

    private final Map<String, String> waiting = new ConcurrentHashMap<>();
    private final Clock clock;

    Stalls(MeterRegistry metrics, Clock clock) {
        this.clock = clock;
        metrics.gaugeMapSize("intake.stalled.partitions", Tags.empty(), waiting);
    }

    void begin(String partition, Throwable failure) {
        waiting.computeIfAbsent(partition, p -> "since " + clock.instant() + ": " + failure);
    }

    void end(String partition) {
        waiting.remove(partition);
    }

    @Override
    public HealthCheckResponse call() {
        var note = HealthCheckResponse.named("consumers").up();
        waiting.forEach(note::withData);
        return note.build();
    }
}
